using System.Globalization;
using Simulator.World;

namespace Simulator.Reports;

/// <summary>Says why a run came out as it did, where its numbers tell.</summary>
internal sealed class Reasoning(RunRecorder run, IReadOnlyDictionary<string, double> measures)
{
    /// <summary>Heartbeats and monitor periods spread detection over some 15 s; more has another cause.</summary>
    private const double UsualSpread = 30;

    private readonly OutageLife? _outage = run.OutageFacts.First;

    public IReadOnlyList<string> Reasons => IsManyFold ? [.. new[] { PendingPods() }.OfType<string>()] : [.. new[] { SlowMarking(), LateEviction(), EvictionPace(), MovedTwice(), LongWait(), PendingPods() }.OfType<string>()];

    /// <summary>So many troubles that the story of the first one says nothing.</summary>
    private bool IsManyFold => run.Outages.Count > Moments.StoriesMax;

    private ControllerManagerOptions Flags =>
        run.Scenario.Clusters.FirstOrDefault(cluster => cluster.Name == _outage?.Cluster)?.ControllerManager ?? new ControllerManagerOptions();

    /// <summary>Seconds of a call on a single object, on average.</summary>
    private double Latency
    {
        get
        {
            var server = run.Scenario.Clusters.FirstOrDefault(cluster => cluster.Name == _outage?.Cluster)?.ApiServer ?? new ApiServerOptions();
            return server.CallLatencyMedian.TotalSeconds * Math.Exp(server.CallLatencySigma * server.CallLatencySigma / 2);
        }
    }

    /// <summary>Each marked node costs the node controller's client one call, and one more for each pod on it.</summary>
    private string? SlowMarking()
    {
        var spread = Of("detection.last") - Of("detection.first");
        if (_outage is not { } outage || spread is not > UsualSpread || (outage.LastNodeDownAt - outage.StartedAt).TotalSeconds > UsualSpread) return null;

        // Nodes that came back before their turn cost nothing.
        var marked = (Of("detection.nodes") ?? 0) / Math.Max(1, outage.Nodes);
        var calls = Math.Round((outage.Nodes + outage.Pods) * marked);
        var took = $"Marking the nodes took {HumanTime.Long(spread.Value)}";
        if (Latency * Flags.KubeApiQps > 1)
        {
            return $"{took}: the node controller makes one call for each node and one for each pod on it, {Count(calls, "call")}, "
                + $"one after the other, some {Latency * 1000:F0} ms each.";
        }

        var predicted = calls / (double)Flags.KubeApiQps;
        if (predicted < spread * 0.7 || predicted > spread * 1.3) return $"{took}, longer than heartbeats and the monitor's period explain.";
        return $"{took}: the node controller makes one call for each node and one for each pod on it, {Count(calls, "call")}, "
            + $"and its client may make {Number(Flags.KubeApiQps)} a second (kube-api-qps).";
    }

    private string? LateEviction()
    {
        var timeout = Flags.Nodes.PodEvictionTimeout.TotalSeconds;
        var waited = Of("eviction.first") - Of("detection.first");
        if (waited is not { } seconds || seconds < timeout + 60) return null;
        var text = $"The first eviction came {HumanTime.Long(seconds)} after the first marking, not after the {HumanTime.Long(timeout)} of pod-eviction-timeout";
        return Of("detection.last") - Of("detection.first") > UsualSpread ? $"{text}: one loop marks and evicts, and it was still marking." : $"{text}.";
    }

    private string? EvictionPace()
    {
        if (Interval() is not { } interval || Of("eviction.nodes") is not { } nodes) return null;
        var flag = 1 / (double)Flags.Nodes.DeletingPodsQps;

        // The first two may come together; what is much faster was not held up by this flag.
        if (interval < flag * 0.4) return null;
        var span = HumanTime.Long((nodes - 1) * interval);
        var text = $"Evictions are limited to {Number(Flags.Nodes.DeletingPodsQps)} nodes a second for the whole cluster, whatever the zone (deleting-pods-qps): {Count(nodes, "node")} took {span}";
        var idle = run.Totals.EvictionTurnsOfUse - nodes;
        return interval > flag * 1.02 && idle > 0 ? $"{text}; {Count(idle, "turn")} went to nodes that were empty already." : $"{text}.";
    }

    /// <summary>The scheduler goes by what the API says: a node that is dead and not marked is as good as any.</summary>
    private string? MovedTwice() =>
        Of("eviction.pods") - run.OutageFacts.Story.Sum(outage => outage.Pods) is > 0 and { } twice
            ? $"{Count(twice, "evicted pod")} {(twice == 1 ? "was a replacement" : "were replacements")} that had been bound to nodes already dead but not marked yet."
            : null;

    /// <summary>What a pet waited for whose zone was dead is told already.</summary>
    private string? LongWait() => Of("pods.pendingAtEnd") is null or 0 && Of("pending.max") is > 60 and { } longest && new ZoneBoundPets(run).Count == 0
        ? $"The longest that a pod waited for a node was {HumanTime.Long(longest)}."
        : null;

    private string? PendingPods() =>
        Of("pods.pendingAtEnd") is > 0 and { } pods && Of("unschedulable.attempts") is > 0 and { } attempts && pods > new ZoneBoundPets(run).Count
            ? $"{Count(pods, "pod")} found no node: the scheduler tried {Count(attempts, "time")} in vain."
            : null;

    /// <summary>Seconds from one evicted node to the next, on average.</summary>
    private double? Interval() =>
        Of("eviction.nodes") is > 1 and { } nodes ? (Of("eviction.last") - Of("eviction.first")) / (nodes - 1) : null;

    private double? Of(string measure) => measures.TryGetValue(measure, out var value) ? value : null;

    private static string Count(double number, string noun) => HumanNumber.Count(number, noun, noun + "s");

    private static string Number(float value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
