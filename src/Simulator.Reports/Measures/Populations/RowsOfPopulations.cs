using Simulator.Reports.Measures.Money;

namespace Simulator.Reports.Measures.Populations;

/// <summary>Makes the rows of a summary about users of federated services; null where a run has none.</summary>
internal static class RowsOfPopulations
{
    /// <summary>In the scenario's order.</summary>
    public static IReadOnlyList<PopulationRow>? Populations(RunRecorder run) =>
        run.Populations.Count == 0 ? null : [.. run.Populations.Select(life => RowOf(life, run))];

    /// <summary>Clusters in the scenario's order; null without users, or without an outage.</summary>
    public static IReadOnlyList<SurvivorRow>? Survivors(RunRecorder run)
    {
        if (run.Populations.Count == 0 || run.OutageFacts.First is not { } outage) return null;
        return [.. run.Scenario.Clusters.Select((cluster, index) => RowOf(cluster.Name, index, run, outage.StartedAt))];
    }

    /// <summary>Null: no outage has struck the population.</summary>
    public static FailoverPath? PathOf(PopulationLife life, RunRecorder run) =>
        run.OutageFacts.First is { } outage
            ? FailoverPath.Of(life, outage.StartedAt, run.Federation.NoticedAt(outage.StartedAt), run.Scenario.Duration)
            : null;

    private static PopulationRow RowOf(PopulationLife life, RunRecorder run)
    {
        var (sums, path) = (life.Sums, PathOf(life, run));
        return new PopulationRow(
            life.Users.From, life.Users.Service.ToString(), Math.Round(sums.Requests), Math.Round(sums.Failed), Math.Round(sums.Slow),
            Math.Round(sums.Stale), Math.Round(sums.FailedStale), Math.Round(sums.FailedCurrent), Math.Round(sums.FailedShort), life.P50,
            life.P99, Seconds(path?.FirstServedAt - path?.StartedAt), Seconds(path?.ServedAt - path?.StartedAt),
            path is null ? "" : FailoverWords.Of(path, run),
            life.Clusters.Select((name, index) => (name, Tries: Math.Round(sums.AnsweredBy[index]))).Where(entry => entry.Tries > 0)
                .ToDictionary(entry => entry.name, entry => entry.Tries, StringComparer.Ordinal));
    }

    private static SurvivorRow RowOf(string cluster, int index, RunRecorder run, TimeSpan outage)
    {
        var rates = run.Populations.SelectMany(life => life.Samples)
            .GroupBy(sample => sample.At)
            .Select(group => (At: group.Key, Answered: group.Sum(sample => sample.Sent[index] - sample.Lost[index])))
            .ToList();
        var pools = run.Pools.Where(pool => pool.Cluster == cluster).ToList();
        var after = outage.TotalSeconds;
        return new SurvivorRow(
            cluster,
            Math.Round(rates.Where(rate => rate.At <= after).Select(rate => rate.Answered).LastOrDefault(), 3),
            Math.Round(rates.Where(rate => rate.At > after).Select(rate => rate.Answered).DefaultIfEmpty().Max(), 3),
            pools.Count == 0 ? null : pools.Sum(pool => pool.MachinesAtStart),
            pools.Count == 0 ? null : pools.Sum(pool => pool.MachinesMax),
            ExtraCost(pools, run));
    }

    /// <summary>Beyond the machines that it began with.</summary>
    private static double? ExtraCost(List<PoolLife> pools, RunRecorder run)
    {
        if (!pools.Exists(pool => pool.PricePerHour is not null)) return null;
        var end = run.Scenario.Duration;
        var extra = pools.Sum(pool => pool.CostAt(end) - (pool.MachinesAtStart * (pool.PricePerHour ?? 0) * end.TotalHours));

        // In cents, and never a zero with a sign.
        return Math.Round(extra, 2, MidpointRounding.AwayFromZero) + 0.0;
    }

    private static double? Seconds(TimeSpan? span) => span is { } time ? Math.Round(time.TotalSeconds, 3) : null;
}
