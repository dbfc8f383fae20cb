using Simulator.Api;

namespace Simulator.ControlPlane.Federation.Clusters;

/// <summary>What the two releases make of a member's conditions.</summary>
public static class ClusterConditions
{
    public const string Ready = "Ready";

    public const string Offline = "Offline";

    /// <summary>
    /// 1.3: has been looked at, and has no Ready condition that is not True (getClusterConditionPredicate). Odd but real: a cluster that is
    /// Offline has no Ready condition at all, and passes.
    /// </summary>
    public static bool PassAsReady(Cluster cluster) =>
        cluster.Conditions.Count > 0 && cluster.StatusOf(Ready) is null or ConditionStatus.True;

    /// <summary>1.4: Ready is True (isClusterReady in federated_informer.go).</summary>
    public static bool AreReady(Cluster cluster) => cluster.StatusOf(Ready) == ConditionStatus.True;
}
