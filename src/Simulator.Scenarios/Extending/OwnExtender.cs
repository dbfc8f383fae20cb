using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A plug-in that answers in the place of an HTTP extender.</summary>
internal sealed class OwnExtender(PluginRule rule, IExtender plugin) : IExtenderAnswers
{
    private readonly PluginGuard _guard = new(rule);
    private readonly NodeViews _views = new();

    public List<NodeInfo> Filter(Pod pod, IReadOnlyList<NodeInfo> nodes)
    {
        var passes = _guard.Ask(pod, null, () =>
        {
            var asked = new bool[nodes.Count];
            Array.Fill(asked, true);
            plugin.Filter(pod, _views.Of(nodes), asked);
            return asked;
        });
        return [.. nodes.Where((_, i) => passes[i])];
    }

    public long[] Prioritize(Pod pod, IReadOnlyList<NodeInfo> nodes)
    {
        var scores = _guard.Ask(pod, null, () =>
        {
            var asked = new double[nodes.Count];
            plugin.Prioritize(pod, _views.Of(nodes), asked);
            return asked;
        });
        var whole = new long[scores.Length];
        for (var i = 0; i < whole.Length; i++) whole[i] = _guard.Whole(scores[i], pod, nodes[i].Name);
        return whole;
    }
}
