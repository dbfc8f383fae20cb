using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>Which nodes should run a daemon set's pod, and which may keep one (nodeShouldRunDaemonPod in daemon_controller.go).</summary>
public sealed class DaemonFit
{
    private readonly string _nodeName;
    private readonly NodeDemand _demand;
    private readonly IReadOnlyList<Toleration> _tolerations;

    /// <param name="template">With the tolerations that all daemons have (<see cref="DaemonPod.Of"/>).</param>
    public DaemonFit(PodTemplate template) => (_nodeName, _demand, _tolerations) =
        (template.Spec.NodeName, new NodeDemand(template.Spec), template.Spec.Tolerations.Value ?? []);

    public NodeFit On(Node node)
    {
        if (_nodeName.Length > 0 && _nodeName != node.Name) return NodeFit.Neither;
        if (!_demand.IsMetBy(node)) return NodeFit.Neither;
        if (IsKeptAwayBy(node, Tolerance.NoExecute)) return NodeFit.Neither;
        return IsKeptAwayBy(node, Tolerance.NoSchedule) ? NodeFit.OnlyKeeps : NodeFit.Runs;
    }

    private bool IsKeptAwayBy(Node node, string effect)
    {
        foreach (var taint in node.Spec.Taints.Value ?? [])
        {
            if (taint.Effect == effect && !Tolerance.Covers(_tolerations, taint)) return true;
        }

        return false;
    }
}

/// <summary>What a node is to a daemon set.</summary>
public enum NodeFit
{
    /// <summary>It should not run a pod, and what runs there has to go.</summary>
    Neither,

    /// <summary>It should not run a pod, but one that is there may stay.</summary>
    OnlyKeeps,

    /// <summary>It should run a pod.</summary>
    Runs,
}
