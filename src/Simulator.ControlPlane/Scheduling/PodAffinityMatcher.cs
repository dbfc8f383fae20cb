using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>
/// When a pod on a node satisfies an affinity term of another pod (priorities/util/topologies.go and predicates.go of 1.3.10).
/// </summary>
public sealed class PodAffinityMatcher(IReadOnlyList<string> failureDomains)
{
    public enum Match
    {
        No,
        Yes,

        /// <summary>An invalid selector, or a matching pod on a node that is not known.</summary>
        Error,
    }

    /// <summary>
    /// Does <paramref name="pod"/>, on <paramref name="podNode"/>, match a term that <paramref name="owner"/>, on <paramref
    /// name="ownerNode"/>, carries? Null nodes are unknown ones.
    /// </summary>
    public Match Check(PodAffinityTerm term, Pod pod, NodeInfo? podNode, Pod owner, NodeInfo? ownerNode)
    {
        if (!IsInNamespaces(term, owner, pod.Namespace)) return Match.No;
        if (!TrySelect(term, pod.Metadata.Labels, out var selected)) return Match.Error;
        if (!selected) return Match.No;
        if (podNode?.Node is null || ownerNode?.Node is null) return Match.Error;
        return ShareTopology(podNode.Labels, ownerNode.Labels, term.TopologyKey) ? Match.Yes : Match.No;
    }

    /// <summary>No namespace list means the owner's namespace; an empty one means all.</summary>
    public static bool IsInNamespaces(PodAffinityTerm term, Pod owner, string podNamespace) =>
        term.Namespaces is null ? podNamespace == owner.Namespace : term.Namespaces.Count == 0 || term.Namespaces.Contains(podNamespace);

    /// <summary>False if the selector is invalid. An absent selector selects nothing.</summary>
    public static bool TrySelect(PodAffinityTerm term, LabelSet labels, out bool selected)
    {
        selected = false;
        if (term.LabelSelector is null) return true;
        if (!SelectorMatcher.TryCompile(term.LabelSelector, out var matcher, out _)) return false;
        selected = matcher.Matches(labels);
        return true;
    }

    /// <summary>Equal, non-empty values under the key; an empty key means any of the failure domains.</summary>
    private bool ShareTopology(LabelSet left, LabelSet right, string key) =>
        key.Length == 0 ? failureDomains.Any(domain => AreEqual(left, right, domain)) : AreEqual(left, right, key);

    private static bool AreEqual(LabelSet left, LabelSet right, string key) =>
        left.TryGetValue(key, out var value) && value.Length != 0 && value == right.ValueOrEmpty(key);
}
