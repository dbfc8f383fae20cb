using System.Runtime.CompilerServices;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>The views that one rule has of nodes; each is made once.</summary>
internal sealed class NodeViews
{
    private readonly ConditionalWeakTable<NodeInfo, InfoView> _infos = [];
    private readonly ConditionalWeakTable<NodeState, StateView> _states = [];

    public InfoView Of(NodeInfo node) => _infos.GetValue(node, static info => new InfoView(info));

    public StateView Of(NodeState node) => _states.GetValue(node, static state => new StateView(state));

    public IReadOnlyList<INodeView> Of(IReadOnlyList<NodeInfo> nodes)
    {
        var views = new INodeView[nodes.Count];
        for (var i = 0; i < views.Length; i++) views[i] = Of(nodes[i]);
        return views;
    }

    public IReadOnlyList<INodeView> Of(IReadOnlyList<NodeState> nodes)
    {
        var views = new INodeView[nodes.Count];
        for (var i = 0; i < views.Length; i++) views[i] = Of(nodes[i]);
        return views;
    }
}
