namespace Simulator.ControlPlane.Federation.Replicas;

/// <summary>
/// How a federated ReplicaSet wants its replicas spread (annotation federation.kubernetes.io/replica-set-preferences of 1.4).
/// </summary>
/// <param name="Rebalance">Replicas that run already may be moved.</param>
/// <param name="ByCluster">By name; "*" stands for every cluster that is not named. Who is neither gets none.</param>
public sealed record ReplicaPreferences(bool Rebalance, IReadOnlyDictionary<string, ClusterPreference> ByCluster)
{
    public const string Others = "*";

    /// <summary>Of a set that says nothing: alike everywhere.</summary>
    public static readonly ReplicaPreferences Even =
        new(Rebalance: false, new Dictionary<string, ClusterPreference> { [Others] = new(0, null, 1) });

    public ClusterPreference? Of(string cluster) => ByCluster.GetValueOrDefault(cluster) ?? ByCluster.GetValueOrDefault(Others);
}

/// <param name="MaxReplicas">Null = no limit.</param>
public sealed record ClusterPreference(long MinReplicas, long? MaxReplicas, long Weight);
