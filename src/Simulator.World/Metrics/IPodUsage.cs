using Simulator.Api;

namespace Simulator.World.Metrics;

/// <summary>What pods use in truth, as the kernel of their machine would tell it now. A pod that does not run uses nothing.</summary>
/// <remarks>Readings change nothing, and cost little: Heapster asks for every pod of an autoscaler once a minute.</remarks>
public interface IPodUsage
{
    /// <summary>CPU in this moment, in thousandths of a core.</summary>
    double MilliCpu(Pod pod);

    /// <summary>
    /// CPU time since the pod's containers began, in core-seconds; never falls. What a pod has used between two moments is the difference
    /// of two readings.
    /// </summary>
    double CoreSeconds(Pod pod);

    /// <summary>The meter of a pod, good until its object is deleted; null if it has none yet: then it is asked for anew.</summary>
    IPodMeter? MeterOf(Pod pod) => new LookedUp(this, pod);

    /// <summary>Custom metrics in this moment, by name; a pod that does not run has none.</summary>
    IReadOnlyList<(string Name, double Value)> Metrics(Pod pod) => [];

    /// <summary>Memory in this moment.</summary>
    long MemoryBytes(Pod pod);

    private sealed class LookedUp(IPodUsage usage, Pod pod) : IPodMeter
    {
        public double MilliCpuAt(TimeSpan now) => usage.MilliCpu(pod);

        public double CoreSecondsAt(TimeSpan now) => usage.CoreSeconds(pod);
    }
}
