using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>Custom: spreads the pods of one service over the values of a node label (selector_spreading.go, ServiceAntiAffinity).</summary>
public sealed class ServiceAntiAffinityPriority(string label) : IPriority
{
    public PriorityScores Score(Pod pod, IReadOnlyList<NodeInfo> fitNodes, ClusterState state)
    {
        var servicePods = state.FirstServiceOf(pod, looker: "") is { } service ? ServicePods.Of(service, state).ToList() : [];
        var fitLabelled = fitNodes.Where(node => node.Labels.ContainsKey(label)).ToHashSet();
        var byValue = servicePods.Where(existing => fitLabelled.Contains(existing.Node)).CountBy(existing => existing.Node.Labels[label]).ToDictionary();
        return PriorityScores.Of([.. fitNodes.Select(node => (long?)ScoreNode(node, servicePods.Count, byValue))]);
    }

    private long ScoreNode(NodeInfo node, int total, Dictionary<string, int> byValue)
    {
        if (!node.Labels.TryGetValue(label, out var value)) return 0;
        return total == 0 ? 10 : (long)(10f * ((float)(total - byValue.GetValueOrDefault(value)) / total));
    }
}
