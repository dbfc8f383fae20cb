using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <param name="When">Clock time or span since the start of the run; "" where it is none.</param>
public sealed record Moment(string Name, string When, string Text);

/// <summary>The story of the first outage that did anything in four lines: noticed, evicted, serving again, lost meanwhile.</summary>
public static class Moments
{
    /// <summary>Seconds from a pod that is called not ready to its address out of the endpoints; more has another cause.</summary>
    private const double EndpointsLag = 30;

    public static IEnumerable<Moment> Of(Summary summary)
    {
        if (summary.Outages.Count == 0) return [];
        if (summary.Outages.Count > OutageFold.StoriesMax) return new[] { Lost(summary) }.OfType<Moment>();
        var at = summary.CountedFrom;
        return new[] { Noticed(summary, at), Evicted(summary, at), ServingAgain(summary, at), Lost(summary) }.OfType<Moment>();
    }

    private static Moment? Noticed(Summary summary, double at) =>
        Span(summary, "detection", at) is not { } span
            ? null
            : new Moment("noticed", span, $"{Nodes(summary, "detection.nodes")} marked not ready{Leaving(summary)}");

    /// <summary>Not those of services that take pods that are not ready, too: they leave when they are deleted.</summary>
    private static string Leaving(Summary summary) =>
        summary.Measure("endpointsRemoved.first") > summary.Measure("detection.last") + EndpointsLag
        ? ""
        : $", {(summary.Measure("detection.nodes") == 1 ? "its" : "their")} pods leave the endpoints";

    private static Moment? Evicted(Summary summary, double at)
    {
        if (Span(summary, "eviction", at) is not { } span) return null;
        var pods = HumanNumber.Count(summary.Measure("eviction.pods") ?? 0, "pod", "pods");
        return new Moment("evicted", span, $"{pods} from {Nodes(summary, "eviction.nodes")}{Pace(summary)}");
    }

    private static string Pace(Summary summary) =>
        summary.Measure("eviction.interval") is { } seconds ? $", one node every {HumanTime.Long(seconds)}" : "";

    private static Moment? ServingAgain(Summary summary, double at)
    {
        if (summary.Measure("replicaSeconds.lost") is null or 0) return null;
        var all = summary.Workloads.Count;
        if (summary.Measure("recovery.allReplicasReady") is { } seconds)
        {
            var whole = summary.Workloads.Count(row => !row.IsShort);
            var who = (all, whole) switch
            {
                (1, 1) => "the workload is",
                _ when whole == all => $"all {HumanNumber.Count(all)} workloads are",
                _ => $"what was before, or came since, is; {HumanNumber.Count(whole)} of "
                    + $"{HumanNumber.Count(all, "workload", "workloads")} {(whole == 1 ? "is" : "are")}",
            };
            return new Moment(
                "serving again", HumanTime.Clock(at + seconds), $"{who} at full strength, {HumanTime.Long(seconds)} after the outage");
        }

        var below = summary.Workloads.Count(row => row.IsShort);
        return new Moment(
            "serving again", "not yet",
            $"{HumanNumber.Count(below)} of {HumanNumber.Count(all, "workload", "workloads")} below full strength at the end");
    }

    private static Moment? Lost(Summary summary)
    {
        if (summary.Measure("replicaSeconds.lost") is not { } lost) return null;
        return new Moment("lost meanwhile", $"{HumanNumber.Count(lost / 60)} replica-min", Worst(summary));
    }

    /// <summary>The worst by what it lost; the share is of its replicas, at its lowest.</summary>
    private static string Worst(Summary summary)
    {
        if (summary.Workloads.Count == 0 || summary.Workloads[0] is not { ReplicaSecondsLost: > 0 } worst)
        {
            return "no workload lost a replica that it had";
        }
        var share = worst.Desired == 0 ? 0 : (worst.Desired - worst.LowestReady) / (double)worst.Desired;
        return $"worst: {summary.NameOf(worst.Cluster, worst.Workload)}, up to {HumanNumber.Percent(share)} of its replicas, below "
            + $"full for {HumanTime.Clock(worst.SecondsBelowFull)}";
    }

    private static string Nodes(Summary summary, string measure) => HumanNumber.Count(summary.Measure(measure) ?? 0, "node", "nodes");

    private static string? Span(Summary summary, string family, double at)
    {
        if (summary.Measure($"{family}.first") is not { } first || summary.Measure($"{family}.last") is not { } last) return null;
        var (from, to) = (HumanTime.Clock(at + first), HumanTime.Clock(at + last));
        return from == to ? from : $"{from} – {to}";
    }
}
