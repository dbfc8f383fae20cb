using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>Custom: pods of one service go to nodes that agree on the labels (predicates.go, ServiceAffinity).</summary>
/// <remarks>The real one takes a random service and a random pod of it; here the first by name.</remarks>
public sealed class CheckServiceAffinity(IReadOnlyList<string> labels) : IPredicate
{
    public bool CanReject(Pod pod) => true;

    public bool IsNodeLocal(Pod pod) => false;

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state)
    {
        var wanted = labels.Where(pod.Spec.NodeSelector.ContainsKey).ToDictionary(label => label, label => pod.Spec.NodeSelector[label]);
        if (wanted.Count < labels.Count && FirstServicePod(pod, state) is { } example)
        {
            if (example.Node.Node is null) return Verdict.Fails($"node {example.Node.Name} does not exist");
            foreach (var label in labels)
            {
                if (example.Node.Labels.TryGetValue(label, out var value)) wanted.TryAdd(label, value);
            }
        }

        return Verdict.FitsIf(PlainSelector.Matches(LabelSet.Of(wanted), node.Labels), "CheckServiceAffinity");
    }

    private static CachedPod? FirstServicePod(Pod pod, ClusterState state)
    {
        if (state.ServicesOf(pod).FirstOrDefault() is not { } service) return null;
        return ServicePods.Of(service, state).MinBy(existing => existing.Pod.Key);
    }
}
