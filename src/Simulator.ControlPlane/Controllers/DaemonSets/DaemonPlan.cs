using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>Which nodes need a pod and which pods are too many (manage, updateDaemonSetStatus of 1.3.10).</summary>
internal sealed class DaemonPlan
{
    private static readonly List<Pod> None = [];

    public List<string> NodesToFill { get; } = [];

    public List<Pod> PodsToDelete { get; } = [];

    public DaemonSetStatus Status { get; private set; } = new();

    /// <summary>Nodes that are selected but lack something, for events.</summary>
    public List<(string Node, string Shortage)> Refusals { get; } = [];

    /// <param name="nodes">In name order.</param>
    public static DaemonPlan For(DaemonSet set, IEnumerable<Pod> pods, IEnumerable<NodeLoad> nodes)
    {
        var plan = new DaemonPlan();
        var onNode = ByNode(pods);
        foreach (var load in nodes)
        {
            if (load.Node is null) continue;
            var own = onNode.GetValueOrDefault(load.Node.Name, None);
            var shouldRun = DaemonPlacement.ShouldRun(set.Template, load, own, out var shortage);
            if (shortage.Length > 0) plan.Refusals.Add((load.Node.Name, shortage));
            plan.Count(shouldRun, own.Count > 0);
            if (shouldRun && own.Count == 0) plan.NodesToFill.Add(load.Node.Name);
            else plan.DropSurplus(own, shouldRun ? 1 : 0);
        }

        return plan;
    }

    /// <summary>Pods of any phase: a failed one stands in the way of its successor.</summary>
    private static Dictionary<string, List<Pod>> ByNode(IEnumerable<Pod> pods)
    {
        var onNode = new Dictionary<string, List<Pod>>(StringComparer.Ordinal);
        foreach (var pod in pods)
        {
            if (!onNode.TryGetValue(pod.NodeName, out var own)) onNode.Add(pod.NodeName, own = []);
            own.Add(pod);
        }

        return onNode;
    }

    private void Count(bool shouldRun, bool runs) => Status = new DaemonSetStatus
    {
        DesiredNumberScheduled = Status.DesiredNumberScheduled + (shouldRun ? 1 : 0),
        CurrentNumberScheduled = Status.CurrentNumberScheduled + (shouldRun && runs ? 1 : 0),
        NumberMisscheduled = Status.NumberMisscheduled + (!shouldRun && runs ? 1 : 0),
    };

    /// <summary>The oldest stay.</summary>
    private void DropSurplus(List<Pod> own, int kept)
    {
        if (own.Count <= kept) return;
        if (kept > 0) own.Sort(ByAge);
        for (var i = kept; i < own.Count; i++) PodsToDelete.Add(own[i]);
    }

    private static int ByAge(Pod left, Pod right)
    {
        var order = (left.Metadata.CreationTimestamp ?? default).CompareTo(right.Metadata.CreationTimestamp ?? default);
        return order != 0 ? order : string.CompareOrdinal(left.Name, right.Name);
    }
}
