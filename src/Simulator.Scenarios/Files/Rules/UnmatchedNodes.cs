using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Node selectors and required node affinities that no node can ever match: their pods never get a node.</summary>
internal sealed class UnmatchedNodes : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        foreach (var pod in view.Pods)
        {
            if (IsMatched(pod, view, static view => view.Nodes)) continue;
            var isSelector = !IsMatched(pod with { Spec = pod.Spec with { Affinity = default } }, view, static view => view.Nodes);
            var lack = isSelector
                ? MissingLabels.Lack(pod.Spec.NodeSelector, view)
                : MissingLabels.Lack(pod.Spec.Affinity.Value!.NodeAffinity!.Required!, view);
            var why = $"no node of the scenario can ever match: {lack}{Hint(pod, view)}";
            yield return pod.At(
                isSelector ? "nodeSelector" : "affinity.nodeAffinity", Effect.ChangesDecisions, why, WellKnownAnnotations.Affinity);
        }
    }

    /// <summary>An affinity that cannot be read is its reader's to tell; a chosen node is chosen.</summary>
    /// <param name="nodes">Asked for by few pods only: making them all was 9 % of a run of 40,000 idle nodes.</param>
    private static bool IsMatched(PodUse pod, ClusterView view, Func<ClusterView, IReadOnlyList<NodeInfo>> nodes)
    {
        var asked = pod.ToPod();
        return pod.Spec.NodeName.Length > 0
            || pod.Spec.Affinity.IsBroken
            || (asked.Spec.NodeSelector.Count == 0 && asked.Spec.Affinity.Value?.NodeAffinity?.Required is null)
            || nodes(view).Any(node => view.Cluster.Version.NodeMatch.Selects(asked, node));
    }

    private static string Hint(PodUse pod, ClusterView view)
    {
        if (view.Cluster.ModernNodeLabels || !IsMatched(pod, view, static view => view.ModernNodes)) return "";
        return "; with the cluster's key modernNodeLabels: true there are nodes that do";
    }
}
