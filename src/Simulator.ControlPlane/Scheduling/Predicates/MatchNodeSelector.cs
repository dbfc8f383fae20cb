using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>
/// The node has the labels that spec.nodeSelector and the required node affinity ask for (predicates.go, PodSelectorMatches).
/// </summary>
public sealed class MatchNodeSelector : INodeLocalPredicate
{
    public bool CanReject(Pod pod) => pod.Spec.NodeSelector.Count > 0 || pod.Spec.Affinity is not { Value: null, IsBroken: false };

    public void Describe(Pod pod, ShapeText shape)
    {
        var required = pod.Spec.Affinity.Value?.NodeAffinity?.Required;
        shape.Add(pod.Spec.NodeSelector).Add(pod.Spec.Affinity.IsBroken ? 1 : 0).Add(required?.Terms.Count ?? -1);
        foreach (var term in required?.Terms ?? []) shape.Add(term);
    }

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state) =>
        Verdict.FitsIf(
            PlainSelector.Matches(pod.Spec.NodeSelector, node.Labels) && AffinityMatches(pod.Spec.Affinity, node), "MatchNodeSelector");

    private static bool AffinityMatches(Parsed<Affinity> affinity, NodeInfo node)
    {
        if (affinity.IsBroken) return false;
        return affinity.Value?.NodeAffinity?.Required is not { } required || AnyTermMatches(required.Terms, node.Labels);
    }

    private static bool AnyTermMatches(IReadOnlyList<NodeSelectorTerm> terms, LabelSet labels)
    {
        foreach (var term in terms)
        {
            // A term that cannot be read ends the search: only terms before it can have matched.
            if (!NodeSelectorMatcher.TryMatch(term, labels, out var matches)) return false;
            if (matches) return true;
        }

        return false;
    }
}
