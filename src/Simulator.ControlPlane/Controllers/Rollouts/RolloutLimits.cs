using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>How far a rolling update may go above and below the wanted number (MaxSurge, MaxUnavailable in deployment_util.go).</summary>
internal static class RolloutLimits
{
    public static bool IsRolling(Deployment deployment) => deployment.Strategy == "RollingUpdate";

    public static int Surge(Deployment deployment) =>
        IsRolling(deployment) ? Shares.RoundedUp(deployment.MaxSurge, deployment.Replicas) : 0;

    /// <summary>One pod where neither moves anything, and never more than there are.</summary>
    public static int Unavailable(Deployment deployment)
    {
        if (!IsRolling(deployment) || deployment.Replicas == 0) return 0;
        var unavailable = Shares.RoundedDown(deployment.MaxUnavailable, deployment.Replicas);
        if (unavailable == 0 && Surge(deployment) == 0) unavailable = 1;
        return Math.Min(unavailable, deployment.Replicas);
    }

    public static int LeastAvailable(Deployment deployment) => deployment.Replicas - Unavailable(deployment);

    /// <summary>What the new ReplicaSet may grow to (NewRSNewReplicas).</summary>
    /// <param name="all">What all ReplicaSets want, the new one's size included.</param>
    public static int NewSize(Deployment deployment, int size, int all)
    {
        if (!IsRolling(deployment)) return deployment.Replicas;
        var room = deployment.Replicas + Surge(deployment) - all;
        return room <= 0 ? size : size + Math.Min(room, deployment.Replicas - size);
    }
}
