using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>What a set has and should have on one node.</summary>
/// <param name="Node">Null: there is no such node.</param>
/// <param name="Shortage">What it lacks to run the pod; "" if it runs it or is not selected at all.</param>
/// <param name="Surplus">Pods that are too many; null if none.</param>
public readonly record struct DaemonVerdict(string? Node, bool ShouldRun, bool Runs, string Shortage, Pod[]? Surplus)
{
    /// <summary>There is something to do or to tell.</summary>
    public bool IsFinding => Shortage.Length > 0 || ShouldRun && !Runs || Surplus is not null;

    /// <param name="own">The set's pods on the node, of any phase: a failed one stands in the way of its successor.</param>
    public static DaemonVerdict For(PodTemplate template, NodeLoad load, List<Pod> own)
    {
        if (load.Node is not { } node) return default;
        var shouldRun = DaemonPlacement.ShouldRun(template, load, own, out var shortage);
        return new DaemonVerdict(node.Name, shouldRun, own.Count > 0, shortage, SurplusOf(own, shouldRun ? 1 : 0));
    }

    /// <param name="sign">1 to count, -1 to take back.</param>
    public DaemonSetStatus CountedInto(DaemonSetStatus status, int sign) => new()
    {
        DesiredNumberScheduled = status.DesiredNumberScheduled + (ShouldRun ? sign : 0),
        CurrentNumberScheduled = status.CurrentNumberScheduled + (ShouldRun && Runs ? sign : 0),
        NumberMisscheduled = status.NumberMisscheduled + (!ShouldRun && Runs ? sign : 0),
    };

    /// <summary>The oldest stay.</summary>
    private static Pod[]? SurplusOf(List<Pod> own, int kept)
    {
        if (own.Count <= kept) return null;
        own.Sort(ByAge);
        return [.. own.Skip(kept)];
    }

    private static int ByAge(Pod left, Pod right)
    {
        var order = (left.Metadata.CreationTimestamp ?? default).CompareTo(right.Metadata.CreationTimestamp ?? default);
        return order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
    }
}
