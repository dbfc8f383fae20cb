using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Priorities;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A priority of a plug-in that compares nodes, as the scheduler asks it.</summary>
internal sealed class OwnClusterPriority(PluginRule rule, IClusterPriority plugin) : IPriority
{
    private readonly PluginGuard _guard = new(rule);
    private readonly NodeViews _views = new();

    public PriorityScores Score(Pod pod, IReadOnlyList<NodeInfo> fitNodes, ClusterState state)
    {
        var scores = _guard.Ask(pod, null, () =>
        {
            var asked = new double[fitNodes.Count];
            plugin.Score(pod, _views.Of(fitNodes), asked);
            return asked;
        });
        var values = new long?[scores.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _guard.Whole(scores[i], pod, fitNodes[i].Name);
        return PriorityScores.Of(values);
    }
}
