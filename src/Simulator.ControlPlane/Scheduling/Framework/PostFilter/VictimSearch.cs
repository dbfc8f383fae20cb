using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Filter;

namespace Simulator.ControlPlane.Scheduling.Framework.PostFilter;

/// <summary>Who must leave a node so that the pod fits: as few and as unimportant ones as possible (selectVictimsOnNode of 1.20).</summary>
/// <param name="now">Stands in for the start of a pod that says none.</param>
public sealed class VictimSearch(Pass pass, FilterChain chain, Instant now)
{
    /// <summary>Null if it does not help to take all pods of lower priority away, or there are none.</summary>
    public Candidate? On(NodeState original)
    {
        var lower = original.Pods.Where(other => other.Priority < NodePod.PriorityOf(pass.Pod)).ToList();
        if (lower.Count == 0) return null;
        var (node, state) = (original.Copy(), pass.State.Copy());
        foreach (var other in lower) chain.Change(pass, state, other, node, -1);
        if (chain.Check(pass, state, node) is not null) return null;
        var ranked = lower.OrderByDescending(other => other.Priority).ThenBy(StartOf).ToList();
        var violates = Budgets.Violations(ranked, pass.Objects);
        var victims = new List<NodePod>();
        TryToKeep(ranked.Where((_, i) => violates[i]), node, state, victims);
        var violations = victims.Count;
        TryToKeep(ranked.Where((_, i) => !violates[i]), node, state, victims);
        return new Candidate(original, victims, violations);
    }

    public Instant StartOf(NodePod pod) => pod.Pod.Status.StartTime ?? now;

    private void TryToKeep(IEnumerable<NodePod> others, NodeState node, CycleState state, List<NodePod> victims)
    {
        foreach (var other in others)
        {
            chain.Change(pass, state, other, node, 1);
            if (chain.Check(pass, state, node) is null) continue;
            chain.Change(pass, state, other, node, -1);
            victims.Add(other);
        }
    }
}
