using System.Runtime.CompilerServices;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>The views that one rule has of nodes; each is made once.</summary>
internal sealed class NodeViews
{
    private readonly ConditionalWeakTable<NodeInfo, NodeView> _views = [];

    public NodeView Of(NodeInfo node) => _views.GetValue(node, static info => new NodeView(info));

    public IReadOnlyList<INodeView> Of(IReadOnlyList<NodeInfo> nodes)
    {
        var views = new INodeView[nodes.Count];
        for (var i = 0; i < views.Length; i++) views[i] = Of(nodes[i]);
        return views;
    }
}
