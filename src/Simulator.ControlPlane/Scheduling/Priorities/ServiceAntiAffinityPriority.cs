using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>Custom: spreads the pods of one service over the values of a node label (selector_spreading.go, ServiceAntiAffinity).</summary>
public sealed class ServiceAntiAffinityPriority(string label) : IPriority
{
    public string Label => label;

    public PriorityScores Score(Pod pod, IReadOnlyList<NodeInfo> fitNodes, ClusterState state)
    {
        var servicePods = state.FirstServiceOf(pod, looker: "") is { } service ? ServicePods.Of(service, state).ToList() : [];
        var fitLabelled = fitNodes.Where(node => node.Labels.ContainsKey(label)).ToHashSet();
        var byValue = servicePods
            .Where(existing => fitLabelled.Contains(existing.Node))
            .CountBy(existing => existing.Node.Labels[label]).ToDictionary();
        return PriorityScores.Of([.. fitNodes.Select(node => (long?)ScoreNode(node, servicePods.Count, byValue))]);
    }

    /// <summary>The score of a value.</summary>
    /// <param name="pods">Pods of the service on nodes that fit and have it.</param>
    /// <param name="total">Pods of the service anywhere.</param>
    public static long Scale(int pods, int total) => total == 0 ? 10 : (long)(10f * ((float)(total - pods) / total));

    private long ScoreNode(NodeInfo node, int total, Dictionary<string, int> byValue) =>
        node.Labels.TryGetValue(label, out var value) ? Scale(byValue.GetValueOrDefault(value), total) : 0;
}
