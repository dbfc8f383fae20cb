using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>Replicas by CPU use (computeReplicasForCPUUtilization in pkg/controller/podautoscaler/horizontal.go of 1.3.10).</summary>
internal static class CpuRule
{
    /// <summary>Where the object names none: autoscaling/v1 does not default it.</summary>
    private const int DefaultPercent = 80;

    public static IEnumerable<Wait> Measure(PassContext pass, Measured<CpuUtilization> into)
    {
        if (pass.Selector(into) is not { } selector) yield break;
        foreach (var wait in MetricsReader.Cpu(pass.Scaler.Namespace, selector, pass.Readings.Of(selector), into)) yield return wait;
        if (into.Error.Length == 0) yield break;
        pass.Tell(EventType.Warning, "FailedGetMetrics", into.Error);
        into.Error = $"failed to get CPU utilization: {into.Error}";
    }

    public static int Replicas(HorizontalPodAutoscaler scaler, CpuUtilization measured, int current) =>
        UsageRatio.Replicas((double)measured.Percent / (scaler.TargetCpuUtilization ?? DefaultPercent), current);
}
