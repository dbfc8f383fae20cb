using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;

namespace Simulator.ControlPlane.Scheduling.Framework.Reserve;

/// <summary>Takes the volumes that the pod will get on its node (volumebinding of 1.20).</summary>
public sealed class VolumeBinding
{
    /// <summary>Null for a pod all of whose claims have their volume.</summary>
    public VolumePlan? PlanFor(Pass pass, NodeState node)
    {
        var plan = pass.State.Find<VolumePlans>()?.ByNode.GetValueOrDefault(node.Name);
        return plan is { Bind.Count: 0, Provision.Count: 0 } ? null : plan;
    }
}
