using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>What a Deployment reports (calculateStatus in sync.go, syncRolloutStatus in progress.go).</summary>
internal static class RolloutStatus
{
    public static DeploymentStatus Of(RolloutState state)
    {
        var (deployment, available) = (state.Deployment, RolloutState.Available(state.All));
        var status = new DeploymentStatus
        {
            ObservedGeneration = deployment.Metadata.Generation,
            Replicas = state.All.Sum(static set => set.Status.Replicas),
            UpdatedReplicas = state.New?.Status.Replicas ?? 0,
            ReadyReplicas = state.All.Sum(static set => set.Status.ReadyReplicas),
            AvailableReplicas = available,
            UnavailableReplicas = Math.Max(0, RolloutState.Wanted(state.All) - available),
            CollisionCount = deployment.Status.CollisionCount,
            Conditions = deployment.Status.Conditions,
        };
        var isEnough = available >= RolloutLimits.LeastAvailable(deployment);
        return RolloutConditions.With(status, RolloutConditions.New(
            RolloutConditions.Available, isEnough ? ConditionStatus.True : ConditionStatus.False,
            isEnough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            isEnough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.", state.Now));
    }

    /// <summary>With how far the rollout is, and with what its ReplicaSets fail at.</summary>
    public static DeploymentStatus OfRollout(RolloutState state)
    {
        var (deployment, status) = (state.Deployment, Of(state));
        if (!RolloutConditions.HasDeadline(deployment)) status = RolloutConditions.Without(status, RolloutConditions.Progressing);
        var present = RolloutConditions.Find(deployment.Status, RolloutConditions.Progressing);
        var isOver = status.Replicas == status.UpdatedReplicas && present?.Reason == RolloutConditions.Complete;
        if (RolloutConditions.HasDeadline(deployment) && !isOver) status = ProgressRule.Judge(state, status, present);
        return FailureOf(state) is { } failure
            ? RolloutConditions.With(status, failure)
            : RolloutConditions.Without(status, RolloutConditions.ReplicaFailure);
    }

    public static bool IsComplete(Deployment deployment, DeploymentStatus status) =>
        status.UpdatedReplicas == deployment.Replicas
        && status.Replicas == deployment.Replicas
        && status.AvailableReplicas == deployment.Replicas
        && status.ObservedGeneration >= deployment.Metadata.Generation;

    /// <summary>The new ReplicaSet's failure, else that of any other.</summary>
    private static ObjectCondition? FailureOf(RolloutState state)
    {
        var failure = FailuresOf(state.New).Concat(state.All.SelectMany(FailuresOf)).FirstOrDefault();
        return failure is null ? null : failure with { LastUpdateTime = failure.LastTransitionTime };
    }

    private static IEnumerable<ObjectCondition> FailuresOf(ReplicaSet? set) =>
        set?.Status.Conditions.Where(condition => condition.Type == RolloutConditions.ReplicaFailure) ?? [];
}
