using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>Counts the pods that required affinity and anti-affinity look at (interpodaffinity/filtering.go of 1.20).</summary>
public sealed class InterPodAffinity : IPreFilter, IPodChanges
{
    public string Name => PluginNames.InterPodAffinity;

    public Status? PreFilter(Pass pass)
    {
        if (pass.Terms.Fault is { } fault) return Status.Unresolvable(Name, $"parsing pod: {fault}");
        pass.State.Set(new AffinityCounts());
        foreach (var node in pass.Nodes)
        {
            foreach (var existing in node.Pods) Change(pass, pass.State, existing, node, 1);
        }

        return null;
    }

    public void Change(Pass pass, CycleState state, NodePod other, NodeState node, int change)
    {
        if (state.Find<AffinityCounts>() is not { } counts) return;
        counts.Unwilling.AddEach(node.Labels, other.Terms.RequiredAntiAffinity, pass.Pod, change);
        counts.Wanted.AddAll(node.Labels, pass.Terms.RequiredAffinity, other.Pod, change);
        counts.Unwanted.AddEach(node.Labels, pass.Terms.RequiredAntiAffinity, other.Pod, change);
    }
}
