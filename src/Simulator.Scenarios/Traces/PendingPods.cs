using Simulator.World.Traces;

namespace Simulator.Scenarios.Traces;

/// <summary>Pods of a table of which later rows may tell more, in the same file or the next: large traces come in many.</summary>
internal sealed class PendingPods
{
    public Dictionary<string, PendingPod> ByName { get; } = new(StringComparer.Ordinal);

    /// <summary>Time of the last row.</summary>
    public TimeSpan Before { get; set; }

    /// <summary>When there are no more rows: those that have not ended.</summary>
    public IEnumerable<TracePod> Rest() => ByName.Values
        .Select(pending => pending.Pod with { Waited = pending.Start - pending.Pod.Submit ?? pending.Pod.Waited })
        .OrderBy(pod => pod.Submit).ThenBy(pod => pod.Row).ThenBy(pod => pod.Name, StringComparer.Ordinal);
}

/// <param name="Start">When it got a machine.</param>
internal readonly record struct PendingPod(TracePod Pod, TimeSpan? Start);
