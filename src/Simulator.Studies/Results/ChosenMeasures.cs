using Simulator.Reports.RunSets;
using Simulator.World.Specification;

namespace Simulator.Studies.Results;

/// <summary>Which of some hundred measures are told first.</summary>
public static class ChosenMeasures
{
    private const int Most = 10;

    /// <summary>What people ask first, in this order; a scenario has some of them.</summary>
    private static readonly string[] Usual =
    [
        "steady.availability.users", "steady.latency.p99", "steady.availability.usable", "steady.pods.pending",
        "recovery.allReplicasReady", "detection.last", "eviction.last", "availability.users", "requests.failed", "latency.p99",
        "availability.usable", "replicaSeconds.lost", "state.dataLossEvents", "scaling.reaction.max", "podStart.p99", "pods.pendingAtEnd",
        "cost.total",
    ];

    /// <summary>Those that were asked for; without, those that are expected, and the usual ones that any run has.</summary>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<string> asked, IReadOnlyList<Expectation> expectations, IReadOnlyList<RunRow> rows)
    {
        if (asked.Count > 0) return [.. asked.Distinct()];
        var present = rows.SelectMany(row => row.Measures.Keys).ToHashSet(StringComparer.Ordinal);
        return [.. expectations.Select(expectation => expectation.Measure).Concat(Usual.Where(present.Contains)).Distinct().Take(Most)];
    }
}
