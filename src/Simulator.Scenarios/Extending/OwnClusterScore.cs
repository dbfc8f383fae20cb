using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A priority of a plug-in that compares nodes: it is asked before any is scored, with all that fit.</summary>
internal sealed class OwnClusterScore(PluginRule rule, IClusterPriority plugin) : IScore, IPreScore
{
    private readonly PluginGuard _guard = new(rule);
    private readonly NodeViews _views = new();
    private readonly Dictionary<string, long> _scores = new(StringComparer.Ordinal);

    public string Name => rule.Name;

    public Status? PreScore(Pass pass, IReadOnlyList<NodeState> fit)
    {
        NodeState[] nodes = [.. fit.OrderByDescending(node => node.Name, StringComparer.Ordinal)];
        var scores = _guard.Ask(pass.Pod, null, () =>
        {
            var asked = new double[nodes.Length];
            plugin.Score(pass.Pod, _views.Of(nodes), asked);
            return asked;
        });
        _scores.Clear();
        for (var i = 0; i < nodes.Length; i++) _scores.Add(nodes[i].Name, _guard.Whole(scores[i], pass.Pod, nodes[i].Name));
        return null;
    }

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        return _scores[node.Name];
    }
}
