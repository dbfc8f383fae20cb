using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>
/// What came of the outages: whether it has healed and when, how it was noticed, what had to move. Told of each run that has some, even
/// where they cost nothing.
/// </summary>
internal sealed class OutageOutcome(RunStory story)
{
    public static FindingKind Kind { get; } = new(
        "outage",
        "Outages that the scenario asked for, together.",
        "Replicas that were there before or since and were lost after the first outage began, in replica-seconds, and requests that "
            + "failed since then as `requests-failed` counts them.",
        story => new OutageOutcome(story).Find());

    /// <summary>A new pod that comes sooner than this is not late.</summary>
    private const double LateMin = 30;

    private readonly RunRecorder _run = story.Run;

    private IEnumerable<Finding> Find()
    {
        if (_run.OutageFacts.First is not { } first) return [];
        var sentence = _run.Outages.Count > OutageFold.StoriesMax ? new ManyOutages(story).Sentence : OfFew(first);
        return [new Finding(Kind.Name, Cost, sentence, first.Target)];
    }

    private double Cost =>
        FindingCost.OfReplicas(_run.Workloads.Sum(workload => workload.MissingSinceOutageAt(story.End))) + _run.Services.Sum(
            service => ServiceFailures.CostOfOutage(story, service));

    private string OfFew(OutageLife outage)
    {
        var troubles = _run.OutageFacts.Story.Select(told => Names.Outage(told.Kind, told.Target)).Distinct().ToList();
        var how = string.Join(
            "; ",
            new[] { string.Join(", ", new[] { Noticed(), Evicted() }.OfType<string>()), Moved() ?? "" }.Where(part => part.Length > 0));
        return $"With these settings {string.Join(" and ", troubles)} "
            + $"{Heals(outage, troubles.Count == 1)}{(how.Length == 0 ? "" : ": " + how)}"
            + $"{string.Concat(_run.OutageFacts.Aside.Select(Aside))}.";
    }

    /// <summary>A trouble that had done nothing when the others began, and went on.</summary>
    private static string Aside(OutageLife outage) => outage.EndedAt is { } ended
        ? $"; {Names.Outage(outage.Kind, outage.Target)} lasted from {HumanTime.Clock(outage.StartedAt.TotalSeconds)} to "
            + $"{HumanTime.Clock(ended.TotalSeconds)}"
        : $"; {Names.Outage(outage.Kind, outage.Target)}, which began at {HumanTime.Clock(outage.StartedAt.TotalSeconds)}, is not over "
            + "at the end";

    private string Heals(OutageLife outage, bool isOne)
    {
        if (_run.OutageFacts.RecoveredAt is not { } recovered)
        {
            return $"{(isOne ? "has" : "have")} not healed {HumanTime.Long((story.End - outage.StartedAt).TotalSeconds)} later, when the "
                + "run ends";
        }
        var hasLost = _run.Workloads.Any(workload => workload.LostSinceOutageAt(story.End) > 0);
        return hasLost
            ? $"{(isOne ? "takes" : "take")} {HumanTime.Long((recovered - outage.StartedAt).TotalSeconds)} to heal"
            : $"{(isOne ? "costs" : "cost")} no {(Daemons ? "other " : "")}replica{But()}";
    }

    /// <summary>
    /// Where no replica was lost nobody looks for failed requests, and for pods that came late; what never came is told by itself.
    /// </summary>
    private string But()
    {
        var failed = Math.Round(_run.Services.Sum(service => ServiceFailures.OfOutage(story, service)));
        var late = _run.Workloads.Select(workload => workload.LongestShortThatEnded.TotalSeconds).DefaultIfEmpty().Max();
        string[] parts =
        [
            .. failed > 0 ? [$"{HumanNumber.Count(failed, "request", "requests")} of users"] : Array.Empty<string>(),
            .. late > LateMin ? [$"new ones came up to {HumanTime.Long(late)} late"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "" : $", but {string.Join(", and ", parts)}";
    }

    /// <summary>Daemons that their nodes lacked meanwhile are told by themselves.</summary>
    private bool Daemons =>
        _run.Clusters.Any(
            cluster => cluster.Daemons.AbsencesAt(story.End).Any(absence => absence.From >= _run.OutageFacts.First?.StartedAt));

    private string? Noticed()
    {
        if (story.Measure("detection.first") is not { } first || story.Measure("detection.last") is not { } last) return null;
        var (from, to) = (HumanTime.Long(first), HumanTime.Long(last));
        return from == to ? $"noticed after {from}" : $"noticed after {from} to {to}";
    }

    private string? Evicted()
    {
        if (story.Measure("eviction.nodes") is not { } nodes) return null;
        if (nodes == 0) return story.Measure("detection.nodes") > 0 ? Unevicted() : null;
        return EvictionPace.Of(_run) is { } pace
            ? $"then evicted at one node every {HumanTime.Long(pace.Interval)}"
            : $"evicted after {Span("eviction")}";
    }

    /// <summary>The pods of a node whose object is deleted, because its machine is gone, need no eviction.</summary>
    private string Unevicted()
    {
        var gone = _run.Nodes.Count(node => node is { Outage: { } cause, RemovedAt: not null } && _run.OutageFacts.Story.Contains(cause));
        return gone switch
        {
            0 => "nothing was evicted",
            1 => "then the object of the node was deleted, and its pods with it",
            _ => $"then the objects of {HumanNumber.Count(gone)} nodes were deleted, and their pods with them",
        };
    }

    private string Span(string family)
    {
        var (from, to) = (HumanTime.Long(story.Measure($"{family}.first") ?? 0), HumanTime.Long(story.Measure($"{family}.last") ?? 0));
        return from == to ? from : $"{from} to {to}";
    }

    private string? Moved() =>
        _run.OutageFacts.Story.Sum(outage => outage.Drained) is > 0 and var drained
            ? $"{HumanNumber.Count(drained, "pod was", "pods were")} drained"
            : Evictees();

    private string? Evictees() =>
        story.Measure("eviction.pods") is > 0 and { } pods ? $"{HumanNumber.Count(pods, "pod", "pods")} had to move" : null;
}
