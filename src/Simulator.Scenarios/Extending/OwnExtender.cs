using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A plug-in that answers in the place of an HTTP extender.</summary>
internal sealed class OwnExtender(PluginRule rule, IExtender plugin) : IExtenderAnswers, INodeExtender
{
    private readonly PluginGuard _guard = new(rule);
    private readonly NodeViews _views = new();

    public List<NodeInfo> Filter(Pod pod, IReadOnlyList<NodeInfo> nodes)
    {
        var passes = Passes(pod, _views.Of(nodes));
        return [.. nodes.Where((_, i) => passes[i])];
    }

    public List<NodeState> Filter(Pod pod, IReadOnlyList<NodeState> nodes)
    {
        var offered = ByName(nodes);
        var passes = Passes(pod, _views.Of(offered));
        var kept = offered.Where((_, i) => passes[i]).ToHashSet();
        return [.. nodes.Where(kept.Contains)];
    }

    public long[] Prioritize(Pod pod, IReadOnlyList<NodeInfo> nodes) => Scores(pod, _views.Of(nodes));

    public long[] Prioritize(Pod pod, IReadOnlyList<NodeState> nodes)
    {
        var offered = ByName(nodes);
        var scores = offered.Zip(Scores(pod, _views.Of(offered))).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. nodes.Select(node => scores[node])];
    }

    public IReadOnlyList<NodePod>?[] Preempt(Pod pod, IReadOnlyList<NodeState> nodes, IReadOnlyList<IReadOnlyList<NodePod>> victims)
    {
        var views = _views.Of(nodes);
        var left = _guard.Ask(pod, null, () =>
        {
            IReadOnlyList<Pod>?[] asked = [.. victims.Select(some => some.Select(victim => victim.Pod).ToList())];
            plugin.Preempt(pod, views, asked);
            return asked;
        });
        return [.. left.Select((some, i) => some?.Select(victim => VictimOn(nodes[i], victim, pod)).ToList() switch
        {
            { Count: 0 } => throw _guard.Wrong(pod, nodes[i].Name, "it leaves no victim; allowed are null, or pods that are on the node"),
            var found => found,
        })];
    }

    private static NodeState[] ByName(IReadOnlyList<NodeState> nodes) =>
        [.. nodes.OrderByDescending(node => node.Name, StringComparer.Ordinal)];

    private NodePod VictimOn(NodeState node, Pod victim, Pod pod) => node.Pods.FirstOrDefault(other => other.Pod.Key == victim.Key)
        ?? throw _guard.Wrong(pod, node.Name, $"its victim {victim.Key} is not there");

    private bool[] Passes(Pod pod, IReadOnlyList<INodeView> nodes) => _guard.Ask(pod, null, () =>
    {
        var asked = new bool[nodes.Count];
        Array.Fill(asked, true);
        plugin.Filter(pod, nodes, asked);
        return asked;
    });

    private long[] Scores(Pod pod, IReadOnlyList<INodeView> nodes)
    {
        var scores = _guard.Ask(pod, null, () =>
        {
            var asked = new double[nodes.Count];
            plugin.Prioritize(pod, nodes, asked);
            return asked;
        });
        var whole = new long[scores.Length];
        for (var i = 0; i < whole.Length; i++) whole[i] = _guard.Whole(scores[i], pod, nodes[i].Name);
        return whole;
    }
}
