using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A priority of a plug-in that looks at one node, as a scheduler with profiles asks it.</summary>
internal sealed class OwnNodeScore(PluginRule rule, INodePriority plugin) : IScore, IOwnNodeRule
{
    private readonly PluginGuard _guard = new(rule);
    private readonly NodeViews _views = new();

    public string Name => rule.Name;

    public void Describe(Pod pod, ShapeText shape) => shape.Add(_guard.Ask(pod, null, () => plugin.ShapeOf(pod)));

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        return _guard.Whole(
            _guard.Ask(pass.Pod, node.Name, () => plugin.Score(pass.Pod, _views.Of(node))), pass.Pod, node.Name);
    }
}
