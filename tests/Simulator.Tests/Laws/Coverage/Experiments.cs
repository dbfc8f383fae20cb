using Simulator.Engine;
using Simulator.Reports.Statistics;
using Simulator.Scenarios.Files;
using Simulator.Tests.Scenarios;
using Simulator.World.Specification;

namespace Simulator.Tests.Laws.Coverage;

/// <summary>Experiments whose truth is known: a queue on the engine, and machines of a scenario that fail and return.</summary>
internal static class Experiments
{
    private const double Confidence = 0.95;

    /// <summary>Runs of an experiment: what <c>replicate</c> would make.</summary>
    private const int Runs = 20;

    /// <summary>M/M/1, service rate 1: the mean wait is load / (1 - load). Pairs of runs share arrivals and services.</summary>
    public static IReadOnlyList<CoverageRow> Queue(int repetitions)
    {
        const string Mean = "M/M/1 on the engine, load 0.5: mean wait of 20 runs (s)";
        const string Paired = "the same, load 0.6 against 0.5 with the same seeds: difference of mean waits (s)";
        return CoverageStudy.Of<QueueRuns>(
            repetitions,
            i => new QueueRuns(Waits(i, 0.5), Waits(i, 0.6), Waits(i + 1_000_000, 0.6)),
            new(Mean, 1, "Student-t", (runs, _) => Means.Of(runs.Half, StatisticKind.Mean, Confidence, Stream(0)).Interval),
            new(Mean, 1, "bootstrap-t", (runs, i) => Means.Of(runs.Half, StatisticKind.Skewed, Confidence, Stream(i)).Interval),
            new(
                Paired, 0.5, "paired Student-t",
                (runs, _) => Differences.Paired(runs.Half, runs.Fuller, StatisticKind.Mean, Stream(0)).Interval(Confidence)),
            new(
                Paired, 0.5, "paired bootstrap-t",
                (runs, i) => Differences.Paired(runs.Half, runs.Fuller, StatisticKind.Skewed, Stream(i)).Interval(Confidence)),
            new(
                "the same: ratio of mean waits", 1.5, "Fieller",
                (runs, _) => Ratios.Paired(runs.Half, runs.Fuller, Confidence) ?? Interval.Everything),
            new(
                "the same with other seeds: difference of mean waits (s)", 0.5, "Welch",
                (runs, _) => Differences.Welch(runs.Half, runs.OtherFuller).Interval(Confidence)));
    }

    /// <summary>One long run each, from an empty queue: the warm-up is cut, and neighbours are alike.</summary>
    public static IReadOnlyList<CoverageRow> LongQueue(int repetitions) => CoverageStudy.Of<IReadOnlyList<double>>(
        repetitions,
        i => StationOf((ulong)i + 1, 0.5, 0, 60_000).Waits,
        new CoveredInterval<IReadOnlyList<double>>(
            "M/M/1 on the engine, load 0.5: mean wait of one run of 60,000 s from empty (s)", 1, "MSER-5 and batch means",
            (waits, _) => BatchMeans.Of([.. waits.Skip(WarmUp.Cut(waits) ?? 0)], Confidence).Interval));

    /// <summary>Machines that are cut off at random: availability is MTBF / (MTBF + MTTR), here 0.75.</summary>
    public static IReadOnlyList<CoverageRow> Machines(int repetitions)
    {
        const string Name = "a scenario of two machines, MTBF 30 min, MTTR 10 min: availability in 20 runs of 3 h";
        return CoverageStudy.Of<IReadOnlyList<MachineLife>>(
            repetitions,
            MachineRuns,
            new(
                Name, 0.75, "Student-t",
                (runs, _) => Means.Of([.. runs.Select(run => run.Availability)], StatisticKind.Mean, Confidence, Stream(0)).Interval),
            new(
                Name, 0.75, "bootstrap-t",
                (runs, i) => Means.Of([.. runs.Select(run => run.Availability)], StatisticKind.Skewed, Confidence, Stream(i)).Interval),
            new(
                "the same: share of 40 machines that are up at the end", 0.75, "Wilson",
                (runs, _) => Proportions.Wilson(runs.Sum(run => run.UpAtEnd), 2 * Runs, Confidence)));
    }

    /// <summary>How long a machine takes to boot, drawn: its median is known.</summary>
    public static IReadOnlyList<CoverageRow> Boots(int repetitions)
    {
        var boot = new LogNormal(TimeSpan.FromSeconds(60), 0.8);
        return CoverageStudy.Of<IReadOnlyList<double>>(
            repetitions,
            i => Draws(i, boot),
            new CoveredInterval<IReadOnlyList<double>>(
                "30 boots, log-normal with a median of 60 s: median (s)", 60, "order statistics",
                (values, _) => OrderStatistics.Median(values, Confidence).Interval));
    }

    private static List<double> Draws(int repetition, IDistribution boot)
    {
        var stream = new RandomStreams((ulong)repetition + 1)["boot"];
        return [.. Enumerable.Range(0, 30).Select(_ => boot.Sample(stream).TotalSeconds)];
    }

    private static List<double> Waits(int repetition, double load) =>
        [.. Enumerable.Range(0, Runs).Select(run => StationOf(SeedOf(repetition, run), load, 200, 800).Waits.Average())];

    private static Station StationOf(ulong seed, double load, double warmUp, double duration)
    {
        var (simulation, streams) = (new Simulation(), new RandomStreams(seed));
        var station = new Station(simulation, 1);
        simulation.Process(station.Arrivals(Exponential.OfRate(load), streams["arrivals"], Exponential.OfRate(1), streams["service"]));
        simulation.Run(TimeSpan.FromSeconds(warmUp));
        station.Forget();
        simulation.Run(TimeSpan.FromSeconds(warmUp + duration));
        return station;
    }

    private static List<MachineLife> MachineRuns(int repetition) =>
        [.. Enumerable.Range(0, Runs).Select(run => MachineLife.Of(Failing.Value with { Seed = SeedOf(repetition, run) }))];

    private static ulong SeedOf(int repetition, int run) => ((ulong)repetition * Runs) + (ulong)run + 1;

    private static RandomStream Stream(int repetition) => new RandomStreams((ulong)repetition + 1)["bootstrap"];

    private static readonly Lazy<Scenario> Failing = new(() =>
    {
        using var folder = new ScratchFolder();
        var file = ScenarioReader.Read(folder.Write("failing.yaml", """
            scenario: failing
            duration: 4h
            clusters:
              - name: east
                region: us-east1
                zones: [us-east1-b]
                nodePools: [{ name: n, machineType: n1-standard-1, count: 2 }]
            random:
              - { per: node, kind: network-cut, between: exponential mean 30m, lasts: exponential mean 10m, burst: 0 }
            """));
        return file.Scenario ?? throw new InvalidOperationException(string.Join('\n', file.Diagnostics.Errors));
    });

    /// <summary>Mean waits of 20 runs each.</summary>
    /// <param name="Half">Load 0.5.</param>
    /// <param name="Fuller">Load 0.6 with the same seeds.</param>
    /// <param name="OtherFuller">Load 0.6 with others.</param>
    private sealed record QueueRuns(IReadOnlyList<double> Half, IReadOnlyList<double> Fuller, IReadOnlyList<double> OtherFuller);
}
