using Simulator.Reports.Measures.Populations;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Users of federated services whose requests failed: for how long, and what they waited for.</summary>
internal sealed class UsersUnserved(RunStory story)
{
    private const int NamedMax = 3;

    public static FindingKind Kind { get; } = new(
        "users-unserved",
        "Requests of a region's users to a federated service failed: how long it took after an outage until they were served again, and "
            + "what they waited for, one thing after the other.",
        "10 times the share of all users' requests that failed for them, times all replicas of all clusters, which are there for users, "
            + "times the run.",
        story => new UsersUnserved(story).Find());

    private IEnumerable<Finding> Find()
    {
        var lives = story.Run.Populations.Where(life => Math.Round(life.Sums.Failed) > 0)
            .OrderByDescending(CostOf).ThenBy(life => life.Name, StringComparer.Ordinal).ToList();
        foreach (var life in lives.Take(NamedMax)) yield return new Finding(Kind.Name, CostOf(life), SentenceOf(life), life.Name);
        if (lives.Count <= NamedMax) yield break;
        var rest = lives.Skip(NamedMax).ToList();
        yield return new Finding(
            Kind.Name,
            rest.Sum(CostOf),
            $"Of {HumanNumber.Count(rest.Count, "more group", "more groups")} of users "
                + $"{HumanNumber.Count(Math.Round(rest.Sum(life => life.Sums.Failed)), "request", "requests")} failed.",
            rest[0].Name);
    }

    private double CostOf(PopulationLife life)
    {
        var all = story.Run.Populations.Sum(other => other.Sums.Requests);
        var replicas = story.Run.Workloads.Where(workload => !workload.IsPerNode).Sum(workload => workload.Desired);
        return FindingCost.OfRequests(life.Sums.Failed / all, replicas, story.End.TotalSeconds);
    }

    private string SentenceOf(PopulationLife life)
    {
        var who = $"{(life.Users.Cluster.Length > 0 ? "" : "users in ")}{life.Users.From}";
        var failed = $"{HumanNumber.Count(Math.Round(life.Sums.Failed))} of "
            + $"{HumanNumber.Count(Math.Round(life.Sums.Requests), "request", "requests")}";
        var path = RowsOfPopulations.PathOf(life, story.Run);
        if (path is null) return $"{Capital(failed)} of {who} to {life.Users.Service.Name} failed{WhyOf(life)}.";
        var words = FailoverWords.Of(path, story.Run);
        var first = path.FirstServedAt is { } moment && moment != path.ServedAt
            ? $" (the first of them after {Since(path, moment)})"
            : "";
        return path.ServedAt is { } served
            ? $"{Capital(who)} had {life.Users.Service.Name} back {Since(path, served)} after the outage began{first}: {words}; {failed} "
                + "failed."
            : $"{Capital(who)} did not have {life.Users.Service.Name} back when the run ended{first}: {words}; {failed} failed.";
    }

    private static string Since(FailoverPath path, TimeSpan at) =>
        HumanTime.Long(Math.Round(at.TotalSeconds) - Math.Round(path.StartedAt.TotalSeconds));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What most of them have in common.</summary>
    private static string WhyOf(PopulationLife life)
    {
        var sums = life.Sums;
        var (share, why) = new[]
        {
            (sums.FailedCurrent, "DNS led them nowhere"),
            (sums.FailedStale, "their caches held old answers"),
            (sums.FailedShort, "the clusters were not up to them"),
        }.MaxBy(entry => entry.Item1);
        return share > sums.Failed / 2 ? $": {why}" : "";
    }
}
