using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>
/// Whether a rollout is done, moves, or has stood still for too long (progress.go, DeploymentTimedOut in deployment_util.go).
/// </summary>
internal static class ProgressRule
{
    /// <param name="present">The condition before this sync.</param>
    public static DeploymentStatus Judge(RolloutState state, DeploymentStatus status, ObjectCondition? present)
    {
        var deployment = state.Deployment;
        if (RolloutStatus.IsComplete(deployment, status))
        {
            return RolloutConditions.With(
                status, Condition(ConditionStatus.True, RolloutConditions.Complete, "has successfully progressed"));
        }

        if (IsMoving(deployment.Status, status))
        {
            var moving = Condition(ConditionStatus.True, "ReplicaSetUpdated", "is progressing");
            if (present?.Status == ConditionStatus.True) moving = moving with { LastTransitionTime = present.LastTransitionTime };
            return RolloutConditions.With(RolloutConditions.Without(status, RolloutConditions.Progressing), moving);
        }

        return HasTimedOut(state, status)
            ? RolloutConditions.With(status, Condition(ConditionStatus.False, RolloutConditions.TimedOut, "has timed out progressing"))
            : status;

        ObjectCondition Condition(ConditionStatus value, string reason, string what)
        {
            var who = state.New is { } set ? $"ReplicaSet \"{set.Name}\"" : $"Deployment \"{deployment.Name}\"";
            return RolloutConditions.New(RolloutConditions.Progressing, value, reason, $"{who} {what}.", state.Now);
        }
    }

    /// <summary>After what time a rollout that stands still has to be looked at; null: not at all.</summary>
    public static TimeSpan? Recheck(RolloutState state, DeploymentStatus status)
    {
        var (deployment, present) = (state.Deployment, RolloutConditions.Find(state.Deployment.Status, RolloutConditions.Progressing));
        if (!RolloutConditions.HasDeadline(deployment) || present is null) return null;
        if (RolloutStatus.IsComplete(deployment, status) || present.Reason == RolloutConditions.TimedOut) return null;
        return EndOf(deployment, present) - state.Now;
    }

    private static bool IsMoving(DeploymentStatus before, DeploymentStatus after) =>
        after.UpdatedReplicas > before.UpdatedReplicas
        || after.Replicas - after.UpdatedReplicas < before.Replicas - before.UpdatedReplicas
        || after.ReadyReplicas > before.ReadyReplicas
        || after.AvailableReplicas > before.AvailableReplicas;

    private static bool HasTimedOut(RolloutState state, DeploymentStatus status)
    {
        var condition = RolloutConditions.Find(status, RolloutConditions.Progressing);
        if (condition is null || condition.Reason == RolloutConditions.Complete) return false;
        return condition.Reason == RolloutConditions.TimedOut || EndOf(state.Deployment, condition) < state.Now;
    }

    private static Instant EndOf(Deployment deployment, ObjectCondition condition) =>
        (condition.LastUpdateTime ?? default) + TimeSpan.FromSeconds(deployment.ProgressDeadlineSeconds ?? 0);
}
