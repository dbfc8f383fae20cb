using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>Counts the pods that hard spread constraints look at (podtopologyspread/filtering.go of 1.20).</summary>
/// <remarks>
/// Values come from nodes that the pod may be placed on by its node affinity and that have all the keys; but then every node of such a
/// value is counted.
/// </remarks>
public sealed class PodTopologySpread : IPreFilter, IPodChanges
{
    public string Name => PluginNames.PodTopologySpread;

    public Status? PreFilter(Pass pass)
    {
        if (SpreadConstraints.Of(pass, SpreadConstraints.Hard) is not { } constraints)
        {
            return Status.Error(Name, SpreadConstraints.Fault(pass, "hard", SpreadConstraints.Hard));
        }

        var counts = new SpreadCounts(constraints);
        pass.State.Set(counts);
        foreach (var node in pass.Nodes)
        {
            if (!pass.NodeDemand.IsMetBy(node.Node!) || !SpreadConstraints.HasAllKeys(node, constraints)) continue;
            foreach (var constraint in constraints) counts.Know(constraint.Key, node.Labels[constraint.Key]);
        }

        foreach (var node in pass.Nodes) Count(pass, node, counts);
        return null;
    }

    public void Change(Pass pass, CycleState state, NodePod other, NodeState node, int change)
    {
        if (state.Find<SpreadCounts>() is not { } counts || other.Pod.Namespace != pass.Pod.Namespace) return;
        if (!SpreadConstraints.HasAllKeys(node, counts.Constraints)) return;
        foreach (var constraint in counts.Constraints)
        {
            if (constraint.Matches(other.Pod.Metadata.Labels)) counts.Add(constraint.Key, node.Labels[constraint.Key], change);
        }
    }

    private static void Count(Pass pass, NodeState node, SpreadCounts counts)
    {
        foreach (var constraint in counts.Constraints)
        {
            // A node without the key counts for the value "", if there is one that has it.
            var value = node.Labels.ValueOrEmpty(constraint.Key);
            counts.Add(constraint.Key, value, SpreadConstraints.Count(node, constraint, pass.Pod.Namespace));
        }
    }
}
