namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>The sums of a rolling update (NewRSNewReplicas, reconcileOldReplicaSets of 1.3.10).</summary>
internal static class RolloutPlan
{
    /// <summary>What the new ReplicaSet may grow to.</summary>
    /// <param name="total">Pods that all ReplicaSets want, the new one's included.</param>
    public static int NewSize(Rollout rollout, int newSize, int total)
    {
        var deployment = rollout.Deployment;
        if (deployment.Strategy != "RollingUpdate") return deployment.Replicas;
        var room = deployment.Replicas + rollout.Fenceposts.Surge - total;
        return room <= 0 ? newSize : newSize + Math.Min(room, deployment.Replicas - newSize);
    }

    /// <summary>
    /// How many old pods may go: those beyond the least that must be available, but for the new ones that are not available yet.
    /// </summary>
    public static int MostToGo(Rollout rollout, int newAvailable) =>
        Rollout.Wanted(rollout.All) - rollout.MinAvailable - (rollout.New!.Value.Replicas - newAvailable);
}
