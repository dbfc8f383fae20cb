using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>All pods of one namespace that carry the same labels, and on which nodes they are.</summary>
public sealed class LabelClass(string podNamespace, LabelSet labels)
{
    private readonly NodeCounts _deleting = new();

    public string Namespace => podNamespace;

    public LabelSet Labels => labels;

    /// <summary>Pods that are being deleted included.</summary>
    public NodeCounts Pods { get; } = new();

    /// <summary>Pods on the node that are not being deleted, given all of them.</summary>
    public int Staying(NodeInfo node, int all) => _deleting.NodeCount == 0 ? all : all - _deleting.On(node);

    /// <summary>Pods on the node that are not being deleted.</summary>
    public int Staying(NodeInfo node) => Staying(node, Pods.On(node));

    internal void Add(NodeInfo node, bool isBeingDeleted, int change)
    {
        Pods.Add(node, change);
        if (isBeingDeleted) _deleting.Add(node, change);
    }
}
