namespace Simulator.Api.Manifests;

/// <summary>Moments of an object that was read from a document, counted from the start of a run instead of from 1970.</summary>
internal static class StoredMoments
{
    /// <param name="origin">The start of the run.</param>
    public static ApiObject FromOrigin(ApiObject value, Instant origin)
    {
        var moved = value with
        {
            Metadata = value.Metadata with
            {
                CreationTimestamp = Moved(value.Metadata.CreationTimestamp, origin),
                DeletionTimestamp = Moved(value.Metadata.DeletionTimestamp, origin),
            },
        };
        return moved switch
        {
            Pod pod => pod with { Status = Moved(pod.Status, origin) },
            Node node => node with { Status = Moved(node.Status, origin) },
            PodDisruptionBudget budget => budget with { Status = Moved(budget.Status, origin) },
            _ => moved,
        };
    }

    private static PodStatus Moved(PodStatus status, Instant origin) => status with
    {
        StartTime = Moved(status.StartTime, origin),
        Ready = Moved(status.Ready, origin),
        Scheduled = Moved(status.Scheduled, origin),
    };

    private static NodeStatus Moved(NodeStatus status, Instant origin) => status with
    {
        Conditions = [.. status.Conditions.Select(condition => condition with
        {
            LastHeartbeatTime = Moved(condition.LastHeartbeatTime, origin),
            LastTransitionTime = Moved(condition.LastTransitionTime, origin),
        })],
    };

    private static DisruptionStatus Moved(DisruptionStatus status, Instant origin) => status with
    {
        DisruptedPods = status.DisruptedPods.ToDictionary(pod => pod.Key, pod => new Instant(pod.Value.Ticks - origin.Ticks)),
    };

    private static Condition? Moved(Condition? condition, Instant origin) =>
        condition is null ? null : condition with { LastTransitionTime = Moved(condition.LastTransitionTime, origin) };

    private static Instant? Moved(Instant? moment, Instant origin) => moment is { } at ? new Instant(at.Ticks - origin.Ticks) : null;
}
