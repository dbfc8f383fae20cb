using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>
/// What an autoscaler goes by once it has come through autoscaling/v1: its percentage of the requested CPU after all others; 80 % if it
/// says nothing at all (pkg/apis/autoscaling/v1/conversion.go of 1.20).
/// </summary>
public static class WantedMetrics
{
    private const int PercentUnsaid = 80;

    public static IReadOnlyList<ScalingMetric> Of(HorizontalPodAutoscaler autoscaler)
    {
        if (autoscaler.TargetCpuUtilization is { } percent && !autoscaler.Metrics.Any(IsOfCpu))
        {
            return [.. autoscaler.Metrics, Cpu(percent)];
        }
        if (autoscaler.Metrics.Count == 0) return [Cpu(PercentUnsaid)];
        return autoscaler.Metrics.Any(IsOfCpu) && !IsOfCpu(autoscaler.Metrics[^1])
            ? [.. autoscaler.Metrics.Where(metric => !IsOfCpu(metric)), .. autoscaler.Metrics.Where(IsOfCpu)]
            : autoscaler.Metrics;
    }

    /// <summary>A percentage of the CPU that the pods have requested.</summary>
    public static bool IsOfCpu(ScalingMetric metric) =>
        metric is { Metric: { Source: MetricSource.Resource, Name: ResourceNames.Cpu }, AverageUtilization: not null };

    private static ScalingMetric Cpu(int percent) => new()
    {
        Metric = new MetricIdentity { Source = MetricSource.Resource, Name = ResourceNames.Cpu },
        AverageUtilization = percent,
    };
}
