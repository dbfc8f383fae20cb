using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A decider of a plug-in, as the scheduler asks it.</summary>
internal sealed class OwnChooser(PluginRule rule, INodeChooser plugin) : IChooser
{
    private readonly PluginGuard _guard = new(rule);
    private readonly NodeViews _views = new();

    public NodeInfo? Choose(Pod pod, IReadOnlyList<NodeInfo> fit)
    {
        var offered = _views.Of(fit);
        if (_guard.Ask(pod, null, () => plugin.Choose(pod, offered)) is not { } chosen) return null;
        return chosen is NodeView view && offered.Contains(view)
            ? view.Info
            : throw _guard.Wrong(pod, chosen.Name, "it chose a node that it was not offered");
    }
}
