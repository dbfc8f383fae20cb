using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>Hard spread constraints: with the pod, the node's value may not exceed the emptiest by more than maxSkew.</summary>
public sealed class PodTopologySpread : IFilter
{
    private const string TooMany = "node(s) didn't match pod topology spread constraints";

    public string Name => PluginNames.PodTopologySpread;

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        if (state.Find<SpreadCounts>() is not { } counts) return null;
        foreach (var constraint in counts.Constraints)
        {
            if (!node.Labels.TryGetValue(constraint.Key, out var value))
            {
                return Status.Unresolvable(Name, TooMany + " (missing required label)");
            }

            var itself = constraint.Matches(pass.Pod.Metadata.Labels) ? 1 : 0;
            var skew = counts.Of(constraint.Key, value) + itself - counts.Least(constraint.Key);
            if (skew > constraint.MaxSkew) return Status.Unschedulable(Name, TooMany);
        }

        return null;
    }
}
