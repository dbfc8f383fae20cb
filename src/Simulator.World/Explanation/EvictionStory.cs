namespace Simulator.World.Explanation;

/// <summary>Why and when a pod was evicted from a silent node.</summary>
public sealed record EvictionStory(string Node, string Status, TimeSpan MarkedAt, TimeSpan EvictedAt)
{
    /// <summary>Of its node among the others; null where each pod says how long it tolerates a lost node.</summary>
    public EvictionTurn? Turn { get; init; }
}

/// <param name="Due">When the pod-eviction-timeout was over: since the last sign of life of a silent node, since it said so of one that is
/// not ready.</param>
/// <param name="NodesBefore">Other nodes whose turn came between.</param>
public sealed record EvictionTurn(TimeSpan Due, int NodesBefore, float NodesPerSecond);
