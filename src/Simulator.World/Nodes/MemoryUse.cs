using Simulator.Api;

namespace Simulator.World;

/// <summary>What containers use of a node's memory: what their application says, else what they request.</summary>
internal static class MemoryUse
{
    public static TimeSpan? ReachesLimitAfter(Container container, ApplicationSpec application)
    {
        if (application.MemoryGrowsPerHour <= 0 || !container.Limits.TryGet(ResourceNames.Memory, out var limit)) return null;
        var room = Math.Max(0, limit.Value - AtStart(container, application));
        return TimeSpan.FromMicroseconds(Math.Round(room / (double)application.MemoryGrowsPerHour * TimeSpan.FromHours(1).TotalMicroseconds));
    }

    /// <summary>Bytes that a running container uses at a moment.</summary>
    public static long At(ContainerRun container, ApplicationSpec application, TimeSpan now) =>
        AtStart(container.Spec, application) + (long)(application.MemoryGrowsPerHour * ((now - container.StartedAt) / TimeSpan.FromHours(1)));

    /// <summary>Bytes.</summary>
    public static long AtStart(Container container, ApplicationSpec application) =>
        application.Memory ?? container.Requests.Value(ResourceNames.Memory);
}
