using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>Prefers nodes that match the preferred node affinity, by weight (node_affinity.go).</summary>
public sealed class NodeAffinityPriority : CountedPriority
{
    public override void Describe(Pod pod, ShapeText shape)
    {
        var preferred = pod.Spec.Affinity.Value?.NodeAffinity?.Preferred;
        shape.Add(pod.Spec.Affinity.IsBroken ? 1 : 0).Add(preferred?.Count ?? -1);
        foreach (var (weight, preference) in preferred ?? []) shape.Add(weight).Add(preference);
    }

    public override bool TryCount(Pod pod, NodeInfo node, out int count)
    {
        count = 0;
        if (pod.Spec.Affinity.IsBroken) return false;
        if (pod.Spec.Affinity.Value?.NodeAffinity is not { } affinity) return true;
        foreach (var term in affinity.Preferred)
        {
            if (term.Weight == 0) continue;
            if (!NodeSelectorMatcher.TryMatch(term.Preference, node.Labels, out var matches)) return false;
            if (matches) count += term.Weight;
        }

        return true;
    }

    public override long Scale(int count, int max) => max > 0 ? (long)(10 * ((double)count / max)) : 0;
}
