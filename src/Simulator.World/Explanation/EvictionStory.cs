namespace Simulator.World.Explanation;

/// <summary>Why and when a pod was evicted from a silent node.</summary>
/// <param name="Due">When the pod-eviction-timeout was over: since the last sign of life of a silent node, since it said so of one that is
/// not ready.</param>
/// <param name="NodesBefore">Other nodes whose turn came between.</param>
public sealed record EvictionStory(
    string Node, string Status, TimeSpan MarkedAt, TimeSpan Due, TimeSpan EvictedAt, int NodesBefore, float NodesPerSecond);
