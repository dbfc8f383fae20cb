using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Ownership;

/// <summary>When a pod counts as available: it has been ready for so long (IsPodAvailable in pkg/api/v1/pod).</summary>
internal static class Availability
{
    public static bool Of(Pod pod, TimeSpan minReady, Instant now) => pod.IsReady
        && (minReady == TimeSpan.Zero || (pod.Status.Ready!.LastTransitionTime is { } since && since + minReady < now));
}
