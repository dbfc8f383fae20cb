using Simulator.Api;

namespace Simulator.World.ApiServer;

/// <summary>Objects that are deleted and stay for a while (pkg/registry/pod/strategy.go).</summary>
internal static class GracefulDeletion
{
    /// <summary>A pod that never reached a node, or has finished, goes at once.</summary>
    public static TimeSpan GraceOf(Pod pod, TimeSpan? asked) =>
        !pod.IsAssigned || pod.IsFinished ? TimeSpan.Zero : asked ?? pod.Spec.TerminationGracePeriod;

    public static ApiObject Marked(ApiObject stored, TimeSpan grace, Instant now) => stored with
    {
        Metadata = stored.Metadata with
        {
            DeletionTimestamp = (now + grace).TruncatedToSecond,
            DeletionGracePeriodSeconds = (long)grace.TotalSeconds,
        },
    };
}
