using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>Preferred affinity and anti-affinity to pods, both ways (interpod_affinity.go). Registered, not a default in 1.3.</summary>
public sealed class InterPodAffinityPriority(SchedulerSettings settings) : IPriority
{
    private readonly PodAffinityMatcher _matcher = new(settings.FailureDomains);

    public SchedulerSettings Settings => settings;

    public PriorityScores Score(Pod pod, IReadOnlyList<NodeInfo> fitNodes, ClusterState state)
    {
        if (pod.Spec.Affinity.IsBroken) return PriorityScores.Failed("the pod's affinity cannot be read");
        var sums = new long[fitNodes.Count];
        for (var i = 0; i < sums.Length; i++)
        {
            if (!TrySum(pod, fitNodes[i], state, out sums[i])) return PriorityScores.Failed("an affinity cannot be judged");
        }

        // Both bounds start at 0, not at the first node.
        var max = sums.Append(0).Max();
        var min = sums.Append(0).Min();
        return PriorityScores.Of(Array.ConvertAll(sums, sum => (long?)(max > min ? (long)(10 * ((double)(sum - min) / (max - min))) : 0)));
    }

    private bool TrySum(Pod pod, NodeInfo node, ClusterState state, out long sum)
    {
        sum = 0;
        foreach (var known in state.Cache.AllNodes)
        {
            foreach (var existing in known.Pods)
            {
                if (!TryAdd(pod, node, existing, ref sum)) return false;
            }
        }

        return true;
    }

    private bool TryAdd(Pod pod, NodeInfo node, CachedPod existing, ref long sum)
    {
        if (existing.Pod.Spec.Affinity.IsBroken) return false;
        var own = pod.Spec.Affinity.Value;
        var other = existing.Pod.Spec.Affinity.Value;
        var near = existing.Node;
        return TryAddAll(own?.PodAffinity?.Preferred, 1, existing.Pod, near, pod, node, ref sum)
            && TryAddAll(own?.PodAntiAffinity?.Preferred, -1, existing.Pod, near, pod, node, ref sum)
            && TryAddRequired(other?.PodAffinity?.Required, pod, node, existing, ref sum)
            && TryAddAll(other?.PodAffinity?.Preferred, 1, pod, node, existing.Pod, near, ref sum)
            && TryAddAll(other?.PodAntiAffinity?.Preferred, -1, pod, node, existing.Pod, near, ref sum);
    }

    private bool TryAddRequired(IReadOnlyList<PodAffinityTerm>? terms, Pod pod, NodeInfo node, CachedPod existing, ref long sum)
    {
        var weight = settings.HardPodAffinitySymmetricWeight;
        foreach (var term in weight > 0 ? terms ?? [] : [])
        {
            if (!TryAddOne(term, weight, pod, node, existing.Pod, existing.Node, ref sum)) return false;
        }

        return true;
    }

    private bool TryAddAll(
        IReadOnlyList<WeightedPodAffinityTerm>? terms, int sign, Pod pod, NodeInfo podNode, Pod owner, NodeInfo ownerNode, ref long sum)
    {
        foreach (var (weight, term) in terms ?? [])
        {
            if (weight != 0 && !TryAddOne(term, sign * weight, pod, podNode, owner, ownerNode, ref sum)) return false;
        }

        return true;
    }

    private bool TryAddOne(PodAffinityTerm term, int weight, Pod pod, NodeInfo podNode, Pod owner, NodeInfo ownerNode, ref long sum)
    {
        var match = _matcher.Check(term, pod, podNode, owner, ownerNode);
        if (match == PodAffinityMatcher.Match.Yes) sum += weight;
        return match != PodAffinityMatcher.Match.Error;
    }
}
