namespace Simulator.World.Explanation;

/// <summary>Which pod is meant; null leaves namespace or cluster open.</summary>
public sealed record PodQuery(string Name, string? Namespace, string? Cluster);
