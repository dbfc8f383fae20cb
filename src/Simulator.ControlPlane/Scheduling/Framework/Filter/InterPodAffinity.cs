using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>Required affinity and anti-affinity, the pod's own and that of the pods that run.</summary>
public sealed class InterPodAffinity : IFilter
{
    private const string Any = "node(s) didn't match pod affinity/anti-affinity";

    public string Name => PluginNames.InterPodAffinity;

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        if (state.Find<AffinityCounts>() is not { } counts) return null;
        if (!IsNearWanted(pass, counts, node)) return Status.Unresolvable(Name, Any, "node(s) didn't match pod affinity rules");
        if (IsNearUnwanted(pass, counts, node)) return Status.Unschedulable(Name, Any, "node(s) didn't match pod anti-affinity rules");
        return IsNearUnwilling(counts, node)
            ? Status.Unschedulable(Name, Any, "node(s) didn't satisfy existing pods anti-affinity rules")
            : null;
    }

    /// <summary>The first pod of a series that wants to be near itself may go where all its keys are.</summary>
    private static bool IsNearWanted(Pass pass, AffinityCounts counts, NodeState node)
    {
        var areThere = true;
        foreach (var term in pass.Terms.RequiredAffinity)
        {
            if (!node.Labels.TryGetValue(term.TopologyKey, out var value)) return false;
            areThere = areThere && counts.Wanted.Of(term.TopologyKey, value) > 0;
        }

        return areThere || (counts.Wanted.IsEmpty && PodTerms.MatchesAll(pass.Terms.RequiredAffinity, pass.Pod));
    }

    private static bool IsNearUnwanted(Pass pass, AffinityCounts counts, NodeState node)
    {
        foreach (var term in pass.Terms.RequiredAntiAffinity)
        {
            if (node.Labels.TryGetValue(term.TopologyKey, out var value) && counts.Unwanted.Of(term.TopologyKey, value) > 0) return true;
        }

        return false;
    }

    private static bool IsNearUnwilling(AffinityCounts counts, NodeState node)
    {
        if (counts.Unwilling.IsEmpty) return false;
        foreach (var (key, value) in node.Labels.Pairs)
        {
            if (counts.Unwilling.Of(key, value) > 0) return true;
        }

        return false;
    }
}
