using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>
/// What is left of a status after its way through autoscaling/v1: averages of objects and of external metrics come back with a value of 0,
/// so that the next pass finds another status than it has and writes it again.
/// </summary>
internal static class StoredForm
{
    public static HorizontalPodAutoscalerStatus Of(HorizontalPodAutoscalerStatus status) => status with
    {
        CurrentMetrics = [.. status.CurrentMetrics.Select(Of)],
    };

    private static MetricStatus Of(MetricStatus metric) =>
        metric is { Metric.Source: MetricSource.Object or MetricSource.External, AverageValue: not null, Value: null }
            ? metric with { Value = Quantity.Zero }
            : metric;
}
