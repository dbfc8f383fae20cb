using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Metrics;
using Simulator.World.Specification;

namespace Simulator.World.Traffic.Serving;

/// <summary>What pods use in truth: what their requests cost, what their application wants, what they use at rest.</summary>
internal sealed class PodUsage(Simulation simulation, BackendTable backends) : IPodUsage
{
    public double MilliCpu(Pod pod) => backends.Find(pod.Metadata.Uid)?.MilliCpuAt(simulation.Now) ?? 0;

    public double CoreSeconds(Pod pod) => backends.Find(pod.Metadata.Uid)?.CoreSecondsAt(simulation.Now) ?? 0;

    public IPodMeter? MeterOf(Pod pod) => backends.Find(pod.Metadata.Uid);

    public IReadOnlyList<(string Name, double Value)> Metrics(Pod pod) =>
        backends.Find(pod.Metadata.Uid) is { IsServing: true, Profile.Spec.Metrics: { Count: > 0 } metrics } backend
            ? [.. metrics.Select(metric => (metric.Name, ValueOf(metric, backend)))]
            : [];

    public long MemoryBytes(Pod pod)
    {
        if (backends.Find(pod.Metadata.Uid) is not { IsServing: true } backend) return 0;
        var requested = RestingUsage.MemoryOf(pod);
        return backend.Profile is { } profile
            ? profile.MemoryAt(requested, backend.Home?.Pod.PerSecond ?? 0, backend.Home?.Present ?? 0)
            : requested;
    }

    private double ValueOf(MetricSpec metric, Backend backend) => metric.Kind switch
    {
        MetricKind.Requests => backend.Home?.Pod.PerSecond ?? 0,
        MetricKind.Waiting => backend.Home?.Pod.MeanWaiting ?? 0,
        MetricKind.Present => backend.Home?.Present ?? 0,
        _ => metric.TogetherAt(simulation.Now) / Math.Max(1, backend.Demand?.Count ?? 1),
    };
}
