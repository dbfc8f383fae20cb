using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>A cordoned node takes only pods that tolerate that.</summary>
public sealed class NodeUnschedulable : IFilter
{
    private static readonly Taint Cordon = new("node.kubernetes.io/unschedulable", "", Tolerance.NoSchedule);

    public string Name => PluginNames.NodeUnschedulable;

    public Status? Filter(Pass pass, CycleState state, NodeState node) =>
        node.Node!.Spec.Unschedulable && !Tolerance.Covers(pass.Pod.Spec.Tolerations.Value ?? [], Cordon)
            ? Status.Unresolvable(Name, "node(s) were unschedulable")
            : null;
}
