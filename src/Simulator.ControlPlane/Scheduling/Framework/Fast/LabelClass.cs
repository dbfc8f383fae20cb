using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>All pods of one namespace with the same labels that stay, or that are being deleted.</summary>
public sealed class LabelClass(string podNamespace, LabelSet labels, bool isLeaving)
{
    private readonly Dictionary<NodeState, int> _nodes = [];

    public string Namespace => podNamespace;

    public LabelSet Labels => labels;

    public bool IsLeaving => isLeaving;

    public bool IsEmpty => _nodes.Count == 0;

    /// <summary>Groups that it belongs to.</summary>
    public List<PodGroup> Groups { get; } = [];

    public IReadOnlyDictionary<NodeState, int> Nodes => _nodes;

    internal void Add(NodeState node, int change)
    {
        var count = _nodes.GetValueOrDefault(node) + change;
        if (count == 0) _nodes.Remove(node);
        else _nodes[node] = count;
        if (node.Index < 0) return;
        foreach (var group in Groups) group.Add(node.Index, change);
    }
}
