using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>Which nodes need a pod and which pods are too many (manage, updateDaemonSetStatus of 1.3.10).</summary>
public sealed class DaemonPlan
{
    private static readonly List<Pod> None = [];

    public List<string> NodesToFill { get; } = [];

    public List<Pod> PodsToDelete { get; } = [];

    public DaemonSetStatus Status { get; private set; } = new();

    /// <summary>Nodes that are selected but lack something, for events.</summary>
    public List<(string Node, string Shortage)> Refusals { get; } = [];

    /// <summary>The rule: every node is looked at.</summary>
    /// <param name="nodes">In name order.</param>
    public static DaemonPlan For(DaemonSet set, IEnumerable<Pod> pods, IEnumerable<NodeLoad> nodes)
    {
        var plan = new DaemonPlan();
        var onNode = ByNode(pods);
        foreach (var load in nodes)
        {
            if (load.Node is null) continue;
            var verdict = DaemonVerdict.For(set.Template, load, onNode.GetValueOrDefault(load.Node.Name, None));
            plan.Status = verdict.CountedInto(plan.Status, 1);
            plan.Add(verdict);
        }

        return plan;
    }

    /// <summary>From what is known of each node.</summary>
    /// <param name="findings">Of nodes where there is something to do or to tell, in name order.</param>
    public static DaemonPlan Of(DaemonSetStatus status, SortedDictionary<string, DaemonVerdict> findings)
    {
        var plan = new DaemonPlan { Status = status };
        foreach (var verdict in findings.Values) plan.Add(verdict);
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

    private void Add(in DaemonVerdict verdict)
    {
        if (verdict.Shortage.Length > 0) Refusals.Add((verdict.Node!, verdict.Shortage));
        if (verdict is { ShouldRun: true, Runs: false }) NodesToFill.Add(verdict.Node!);
        if (verdict.Surplus is { } surplus) PodsToDelete.AddRange(surplus);
    }
}
