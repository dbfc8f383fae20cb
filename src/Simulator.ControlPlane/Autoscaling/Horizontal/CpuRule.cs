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
        if (pass.Reading(into) is not { } reading) yield break;
        foreach (var wait in MetricsReader.Cpu(reading, into)) yield return wait;
        Tell(pass, into);
    }

    /// <summary>The same, where the calls are paid for.</summary>
    public static void MeasureAtOnce(PassContext pass, Measured<CpuUtilization> into)
    {
        if (pass.Reading(into) is not { } reading) return;
        MetricsReader.CpuAtOnce(reading, pass.Routines, into);
        Tell(pass, into);
    }

    private static void Tell(PassContext pass, Measured<CpuUtilization> into)
    {
        if (into.Error.Length == 0) return;
        pass.Tell(EventType.Warning, "FailedGetMetrics", into.Error);
        into.Error = $"failed to get CPU utilization: {into.Error}";
    }

    public static int Replicas(HorizontalPodAutoscaler scaler, CpuUtilization measured, int current) =>
        UsageRatio.Replicas((double)measured.Percent / (scaler.TargetCpuUtilization ?? DefaultPercent), current);
}
