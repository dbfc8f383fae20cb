using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Populations;

/// <summary>The critical path of a failover in words that add up to the whole.</summary>
internal static class FailoverWords
{
    /// <summary><c>40 s until noticed, 20 s until DNS led elsewhere, 3 min of TTL, 12 min of stale caches</c></summary>
    public static string Of(FailoverPath path, RunRecorder run) =>
        string.Join(", ", path.Phases.Select(phase => Of(phase, path, run)));

    private static string Of(FailoverPhase phase, FailoverPath path, RunRecorder run)
    {
        var time = HumanTime.Long(phase.Seconds);
        var isLast = phase == path.Phases[^1] && path.ServedAt is null;
        return phase.Cause switch
        {
            FailoverCause.Notice => $"{time} until noticed",
            FailoverCause.Dns => isLast ? $"{time} in which DNS led nowhere else" : $"{time} until DNS led elsewhere",
            FailoverCause.Return => isLast ? $"{time} in which DNS led nowhere else" : $"{time} until the same addresses answered again",
            FailoverCause.Ttl => $"{time} of TTL",
            FailoverCause.StaleCaches => $"{time} of stale caches",
            _ => $"capacity short for {time}{(isLast ? "" : Until(phase, run))}",
        };
    }

    /// <summary>What came in that time is what was waited for.</summary>
    private static string Until(FailoverPhase phase, RunRecorder run)
    {
        var nodes = run.Nodes.Count(node => node.AddedAt > TimeSpan.Zero && node.AddedAt <= phase.Until && node.AddedAt >= phase.From);
        if (nodes > 0) return $" until {HumanNumber.Count(nodes, "node", "nodes")} had booted";
        var pods = run.NewPods.Count(pod => pod.ReadyAt <= phase.Until && pod.ReadyAt >= phase.From);
        return pods > 0 ? $" until {HumanNumber.Count(pods, "pod was", "pods were")} ready" : "";
    }
}
