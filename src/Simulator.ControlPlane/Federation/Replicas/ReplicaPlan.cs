namespace Simulator.ControlPlane.Federation.Replicas;

/// <param name="Replicas">By cluster: those that will find a place there.</param>
/// <param name="Overflow">By cluster: those that would be nice to have there, should room be found after all.</param>
public sealed record ReplicaPlan(IReadOnlyDictionary<string, long> Replicas, IReadOnlyDictionary<string, long> Overflow);

/// <summary>What is to be spread, and over what.</summary>
/// <param name="Key">"namespace/name" of the set: which of equal clusters comes first depends on it.</param>
/// <param name="Running">Of the set, by cluster.</param>
/// <param name="Capacity">Replicas that have room, by cluster; known only where some have not.</param>
public sealed record ReplicaTask(
    long Replicas,
    IReadOnlyList<string> Clusters,
    IReadOnlyDictionary<string, long> Running,
    IReadOnlyDictionary<string, long> Capacity,
    string Key);
