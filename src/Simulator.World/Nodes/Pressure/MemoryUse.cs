using Simulator.Api;
using Simulator.World.Nodes.Runs;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Pressure;

/// <summary>What containers use of a node's memory: what their application says, else what they request.</summary>
internal static class MemoryUse
{
    /// <summary>A hundred years: beyond them nothing is foreseen.</summary>
    private const double HoursMax = 876_600;

    /// <summary>From its start to the moment at which the container has more than its limit; null: never.</summary>
    public static TimeSpan? ReachesLimitAfter(Container container, ApplicationSpec application)
    {
        if (!container.Limits.TryGet(ResourceNames.Memory, out var limit)) return null;
        var room = limit.Value - AtStart(container, application);
        return room < 0 ? TimeSpan.Zero : TimeToGrow(room, application.MemoryGrowsPerHour);
    }

    /// <summary>Null: never.</summary>
    public static TimeSpan? TimeToGrow(long bytes, double perHour)
    {
        var hours = bytes / perHour;
        return perHour <= 0 || hours > HoursMax
            ? null
            : TimeSpan.FromMicroseconds(Math.Ceiling(hours * TimeSpan.FromHours(1).TotalMicroseconds));
    }

    /// <summary>Bytes that a running container uses at a moment.</summary>
    public static long At(ContainerRun container, ApplicationSpec application, TimeSpan now) =>
        AtStart(container.Spec, application) + (long)(
            application.MemoryGrowsPerHour * ((now - container.StartedAt) / TimeSpan.FromHours(1)));

    /// <summary>Bytes.</summary>
    public static long AtStart(Container container, ApplicationSpec application) =>
        application.Memory ?? container.Requests.Value(ResourceNames.Memory);
}
