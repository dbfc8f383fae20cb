using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>
/// The conditions of a Deployment, and how one takes the place of another (SetDeploymentCondition in deployment_util.go).
/// </summary>
internal static class RolloutConditions
{
    public const string Available = "Available";
    public const string Progressing = "Progressing";
    public const string ReplicaFailure = "ReplicaFailure";
    public const string Complete = "NewReplicaSetAvailable";
    public const string TimedOut = "ProgressDeadlineExceeded";
    public const string Paused = "DeploymentPaused";

    public static ObjectCondition? Find(DeploymentStatus status, string type) =>
        status.Conditions.FirstOrDefault(condition => condition.Type == type);

    public static DeploymentStatus Without(DeploymentStatus status, string type) => Find(status, type) is null
        ? status
        : status with { Conditions = [.. status.Conditions.Where(condition => condition.Type != type)] };

    /// <summary>Nothing changes if status and reason are the same; the time of transition is that of the status.</summary>
    public static DeploymentStatus With(DeploymentStatus status, ObjectCondition condition)
    {
        var present = Find(status, condition.Type);
        if (present is not null && present.Status == condition.Status && present.Reason == condition.Reason) return status;
        if (present?.Status == condition.Status) condition = condition with { LastTransitionTime = present.LastTransitionTime };
        return status with { Conditions = [.. status.Conditions.Where(other => other.Type != condition.Type), condition] };
    }

    public static ObjectCondition New(string type, ConditionStatus status, string reason, string message, Instant now) =>
        new(type, status, reason, message, now, now);

    public static bool HasDeadline(Deployment deployment) => deployment.ProgressDeadlineSeconds is not (null or int.MaxValue);
}
