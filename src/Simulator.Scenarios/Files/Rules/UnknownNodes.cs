using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>Pods that are bound to nodes which the cluster does not have, as those of a dump are.</summary>
internal sealed class UnknownNodes : IClusterRule
{
    public IEnumerable<Omission> Check(ClusterView view)
    {
        var bound = view.Pods.Where(pod => pod.Spec.NodeName.Length > 0).ToList();
        if (bound.Count == 0) return [];
        var names = view.Nodes.Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        return bound.Where(pod => !names.Contains(pod.Spec.NodeName))
            .Select(pod => pod.At("nodeName", Effect.ChangesDecisions, pod.IsOfDaemons
                ? "no node of the scenario has that name: it has no pods"
                : "no node of the scenario has that name: no kubelet ever starts the pod, and the node controller deletes it"));
    }
}
