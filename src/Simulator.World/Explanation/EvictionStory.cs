namespace Simulator.World;

/// <summary>Why and when a pod was evicted from a silent node.</summary>
/// <param name="Due">When the node had been not ready for the pod-eviction-timeout.</param>
/// <param name="NodesBefore">Other nodes whose turn came between.</param>
public sealed record EvictionStory(string Node, string Status, TimeSpan MarkedAt, TimeSpan Due, TimeSpan EvictedAt, int NodesBefore, float NodesPerSecond);
