using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Matching;

/// <summary>What a pod asks of nodes by nodeSelector and required node affinity.</summary>
/// <param name="spec">The pod's.</param>
public sealed class NodeDemand(PodSpec spec)
{
    private readonly NodeTerms? _required =
        spec.Affinity.Value?.NodeAffinity?.Required is { } required ? NodeTerms.Of(required) : null;

    /// <summary>Every node will do.</summary>
    public bool IsEmpty => spec.NodeSelector.Count == 0 && _required is null;

    /// <summary>The pairs of a nodeSelector are compared and never judged.</summary>
    public bool IsMetBy(Node node) =>
        spec.NodeSelector.IsSubsetOf(node.Metadata.Labels) && _required?.Match(node.Metadata.Labels, node.Name) != false;
}
