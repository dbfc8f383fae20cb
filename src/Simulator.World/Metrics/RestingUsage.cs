using Simulator.Api;

namespace Simulator.World.Metrics;

/// <summary>What pods use of which nobody says how they serve: no CPU, and the memory that they request.</summary>
public sealed class RestingUsage : IPodUsage
{
    public static long MemoryOf(Pod pod) =>
        CappedSum.Of(pod.Spec.Containers, container => container.Requests.Value(ResourceNames.Memory));

    public double MilliCpu(Pod pod) => 0;

    public double CoreSeconds(Pod pod) => 0;

    public long MemoryBytes(Pod pod) => MemoryOf(pod);
}
