using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Priorities;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A priority of a plug-in that looks at one node, as the scheduler asks it.</summary>
internal sealed class OwnNodePriority(PluginRule rule, INodePriority plugin) : NodeLocalPriority
{
    private readonly PluginGuard _guard = new(rule);
    private readonly NodeViews _views = new();

    public override long? ScoreNode(Pod pod, NodeInfo node) =>
        _guard.Whole(_guard.Ask(pod, node.Name, () => plugin.Score(pod, _views.Of(node))), pod, node.Name);

    public override void Describe(Pod pod, ShapeText shape) => shape.Add(_guard.Ask(pod, null, () => plugin.ShapeOf(pod)));
}
