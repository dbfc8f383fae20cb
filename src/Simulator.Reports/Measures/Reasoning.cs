using System.Globalization;
using Simulator.ControlPlane.Versions;
using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Statistics;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <summary>Says why a run came out as it did, where its numbers tell.</summary>
internal sealed class Reasoning(RunRecorder run, IReadOnlyDictionary<string, double> measures)
{
    /// <summary>Heartbeats and monitor periods spread detection over some 15 s; more has another cause.</summary>
    private const double UsualSpread = 30;

    private readonly OutageLife? _outage = run.OutageFacts.First;

    public IReadOnlyList<string> Reasons =>
        IsManyFold
            ? [.. new[] { PendingPods() }.OfType<string>()]
            : [.. new[] { SlowMarking(), LateEviction(), PaceOfEvictions(), MovedTwice(), LongWait(), PendingPods() }.OfType<string>()];

    /// <summary>So many troubles that the story of the first one says nothing.</summary>
    private bool IsManyFold => run.Outages.Count > OutageFold.StoriesMax;

    private ClusterSpec Hit =>
        run.Scenario.Clusters.FirstOrDefault(cluster => cluster.Name == _outage?.Cluster) ?? run.Scenario.Clusters[0];

    private ControllerManagerOptions Flags => Hit.ControllerManager;

    private EvictionRules Rules => Hit.Version.Evictions;

    private string? SlowMarking() => _outage is { } outage && Of("detection.last") - Of("detection.first") is > UsualSpread and { } spread
        && (outage.LastNodeDownAt - outage.StartedAt).TotalSeconds <= UsualSpread
        ? new MarkingTime(run, outage, Flags, spread).Sentence
        : null;

    private string? LateEviction()
    {
        var timeout = Rules.DelayOf(Flags).TotalSeconds;
        var waited = Of("eviction.first") - Of("detection.first");
        if (waited is not { } seconds || seconds < timeout + 60) return null;
        var text = $"The first eviction came {HumanTime.Long(seconds)} after the first marking, not after the {HumanTime.Long(timeout)} "
            + Rules.DelayText;
        return Of("detection.last") - Of("detection.first") > UsualSpread
            ? $"{text}: {Rules.LateText}."
            : $"{text}.";
    }

    private string? PaceOfEvictions()
    {
        if (EvictionPace.Of(run) is not { } pace) return null;
        var rate = Rules.RateOf(Flags);
        var flag = 1 / (double)rate;

        // What is much faster was not held up by this flag.
        if (pace.Interval < flag * 0.9) return null;
        var every = HumanNumber.Plain(Math.Round(pace.Interval, pace.Interval < 10 ? 2 : 1));
        var text = $"Evictions are limited to {Number(rate)} nodes a second {Rules.RateText}: "
            + $"{Count(pace.Nodes, "node")}, one every {every} s, took {HumanTime.Long(pace.Seconds)}";
        var idle = run.Totals.EvictionTurnsOfUse - (Of("eviction.nodes") ?? 0);
        return pace.Interval > flag * 1.02 && idle > 0
            ? $"{text}; {Count(idle, "turn")} went to nodes that were empty already."
            : $"{text}.";
    }

    /// <summary>The scheduler goes by what the API says: a node that is dead and not marked is as good as any.</summary>
    private string? MovedTwice() =>
        Of("eviction.pods") - run.OutageFacts.Story.Sum(outage => outage.Pods) is > 0 and { } twice
            ? $"{Count(twice, "evicted pod")} {(twice == 1 ? "was a replacement" : "were replacements")} that had been bound to nodes "
                + "already dead but not marked yet."
            : null;

    /// <summary>What a pet waited for whose zone was dead is told already.</summary>
    private string? LongWait() =>
        Of("pods.pendingAtEnd") is null or 0 && Of("pending.max") is > 60 and { } longest && new ZoneBoundPets(run).Count == 0
        ? $"The longest that a pod waited for a node was {HumanTime.Long(longest)}."
        : null;

    /// <summary>Each is told with what it waits for, if anybody has looked.</summary>
    private string? PendingPods() => !run.Ending.Clusters.Any(cluster => cluster.Groups.Any(group => !group.HaveNodes))
        && Of("pods.pendingAtEnd") is > 0 and { } pods
            && Of("unschedulable.attempts") is > 0 and { } attempts
            && pods > new ZoneBoundPets(run).Count
            ? $"{Count(pods, "pod")} found no node: the scheduler tried {Count(attempts, "time")} in vain."
            : null;

    private double? Of(string measure) => measures.TryGetValue(measure, out var value) ? value : null;

    private static string Count(double number, string noun) => HumanNumber.Count(number, noun, noun + "s");

    private static string Number(float value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
