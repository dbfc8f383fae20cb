using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A decider of a plug-in, as the scheduler asks it.</summary>
internal sealed class OwnChooser(PluginRule rule, INodeChooser plugin) : IChooser, INodeChoice
{
    private readonly PluginGuard _guard = new(rule);
    private readonly NodeViews _views = new();

    public NodeInfo? Choose(Pod pod, IReadOnlyList<NodeInfo> fit) => (Chosen(pod, _views.Of(fit)) as InfoView)?.Info;

    public NodeState? Choose(Pod pod, IReadOnlyList<NodeState> fit) => (Chosen(pod, _views.Of(fit)) as StateView)?.State;

    private INodeView? Chosen(Pod pod, IReadOnlyList<INodeView> offered)
    {
        if (_guard.Ask(pod, null, () => plugin.Choose(pod, offered)) is not { } chosen) return null;
        return offered.Contains(chosen) ? chosen : throw _guard.Wrong(pod, chosen.Name, "it chose a node that it was not offered");
    }
}
