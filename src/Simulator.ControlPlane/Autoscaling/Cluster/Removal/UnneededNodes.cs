using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>Nodes whose pods would fit elsewhere, each judged alone (FindUnneededNodes of scale_down.go).</summary>
public sealed class UnneededNodes(DrainRules rules, double threshold)
{
    private readonly List<Pod> _moved = [];

    /// <summary>Why each node that was looked at is needed; for explanations, where somebody wants them.</summary>
    public Dictionary<string, string>? Reasons { get; init; }

    /// <summary>In listing order; who was unneeded before keeps its time.</summary>
    /// <param name="before">Since when nodes have been unneeded.</param>
    public Dictionary<string, Instant> Find(
        IReadOnlyList<PicturedNode> listed, IReadOnlyDictionary<string, Instant> before, Rehousing rehousing, Instant now)
    {
        var unneeded = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var node in listed)
        {
            if (!node.HasPods || node.Utilization >= threshold || !IsUnneeded(node, rehousing)) continue;
            unneeded.Add(node.Name, before.TryGetValue(node.Name, out var since) ? since : now);
        }

        return unneeded;
    }

    private bool IsUnneeded(PicturedNode node, Rehousing rehousing)
    {
        if (rehousing.IsRepeated(node)) return true;
        var reason = rules.PodsToMove(node, _moved);
        if (reason is null && rehousing.FirstHomeless(node.Name, _moved) is { } homeless)
        {
            reason = $"failed to find place for {homeless.Key}";
        }
        else if (reason is null)
        {
            rehousing.Keep(node);
        }
        if (reason is not null) Reasons?.Add(node.Name, reason);
        return reason is null;
    }
}
