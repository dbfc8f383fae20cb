using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.ReplicaSets;

/// <summary>What a replica controller reports of its pods (calculateStatus in replica_set_utils.go).</summary>
internal static class ReplicaStatusRule
{
    private const string Failure = "ReplicaFailure";

    /// <param name="failure">Why creating or deleting has failed; null if it has not.</param>
    public static ReplicaStatus Of(ReplicaController owner, ReplicaCount count, string? failure, Instant now) => new()
    {
        Replicas = count.Pods,
        FullyLabeledReplicas = count.Labelled,
        ReadyReplicas = count.Ready,
        AvailableReplicas = count.Available,
        ObservedGeneration = owner.Metadata.Generation,
        Conditions = Conditions(owner, count.Pods, failure, now),
    };

    /// <summary>A failure that is told already is not told again, whatever the reason is now.</summary>
    private static IReadOnlyList<ObjectCondition> Conditions(ReplicaController owner, int pods, string? failure, Instant now)
    {
        var before = owner.Status.Conditions;
        var isTold = before.Any(condition => condition.Type == Failure);
        if (failure is null) return isTold ? [.. before.Where(condition => condition.Type != Failure)] : before;
        if (isTold) return before;
        var reason = pods < owner.Replicas ? "FailedCreate" : pods > owner.Replicas ? "FailedDelete" : "";
        return [.. before, new ObjectCondition(Failure, ConditionStatus.True, reason, failure, now.TruncatedToSecond)];
    }
}
