using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>Custom: pods of one service go to nodes that agree on the labels (predicates.go, ServiceAffinity).</summary>
/// <remarks>It takes any service of the pod and any pod of that service, anew for every node that it checks.</remarks>
public sealed class CheckServiceAffinity(IReadOnlyList<string> labels) : IPredicate
{
    public IReadOnlyList<string> Labels => labels;

    public bool CanReject(Pod pod) => true;

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state)
    {
        var wanted = Asked(labels, pod);
        if (wanted.Count < labels.Count && FirstServicePod(pod, node, state) is { } example)
        {
            if (example.Node.Node is null) return Verdict.Fails($"node {example.Node.Name} does not exist");
            foreach (var label in labels)
            {
                if (example.Node.Labels.TryGetValue(label, out var value)) wanted.TryAdd(label, value);
            }
        }

        return Verdict.FitsIf(PlainSelector.Matches(LabelSet.Of(wanted), node.Labels), "CheckServiceAffinity");
    }

    /// <summary>What the pod's own node selector says of the labels.</summary>
    internal static Dictionary<string, string> Asked(IReadOnlyList<string> labels, Pod pod) =>
        labels.Where(pod.Spec.NodeSelector.ContainsKey).ToDictionary(label => label, label => pod.Spec.NodeSelector[label]);

    /// <summary>The pods come node by node, and the nodes in the order of a map.</summary>
    private static CachedPod? FirstServicePod(Pod pod, NodeInfo looker, ClusterState state)
    {
        if (state.FirstServiceOf(pod, looker.Name) is not { } service) return null;
        var pods = ServicePods.Of(service, state);
        return state.Order is not { } order
            ? pods.MinBy(existing => existing.Pod.Key)
            : pods.MinBy(existing => order.RankOf(existing.Node.Name, state.Decisions, looker.Name));
    }
}
