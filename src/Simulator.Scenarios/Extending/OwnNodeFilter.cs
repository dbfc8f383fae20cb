using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A predicate of a plug-in, as a scheduler with profiles asks it. Pods that go may help.</summary>
internal sealed class OwnNodeFilter(PluginRule rule, INodePredicate plugin) : IFilter, IOwnNodeRule
{
    private readonly PluginGuard _guard = new(rule);
    private readonly NodeViews _views = new();

    public string Name => rule.Name;

    public void Describe(Pod pod, ShapeText shape) => shape.Add(_guard.Ask(pod, null, () => plugin.ShapeOf(pod)));

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        var fit = _guard.Ask(pass.Pod, node.Name, () => plugin.Check(pass.Pod, _views.Of(node)));
        return fit.Reason is { } reason ? Status.Unschedulable(Name, reason) : null;
    }
}
