using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Metrics;

internal static class Measurement
{
    /// <summary>Sums of fractions may end just below the whole number that they mean.</summary>
    private const double RoundingError = 1e-6;

    /// <summary>Whole millicores, cut; that of a pod is told under its first container, since only the sum is looked at.</summary>
    public static PodMetrics Of(Pod pod, Instant stamp, double milliCpu) =>
        new(pod.Name, stamp, [new ContainerUsage(
            pod.Spec.Containers[0].Name, Quantity.FromMilli(Whole(milliCpu)))]);

    public static long Whole(double milliCpu) => (long)Math.Floor(milliCpu + RoundingError);
}
