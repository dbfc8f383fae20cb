using Simulator.Api.Sources;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>How many replicas: bounds first, then CPU, then custom metrics.</summary>
internal static class DecisionRoutine
{
    public static IEnumerable<Wait> Run(PassContext pass, Decision into)
    {
        var (scaler, now) = (pass.Scaler, pass.Now);
        if (IsOutside(pass, into)) yield break;
        var hasCustom = scaler.Metadata.Annotations.TryGetValue(CustomMetricText.Target, out var annotation);
        var cpu = new Measured<CpuUtilization>();
        if (scaler.TargetCpuUtilization is not null || !hasCustom)
        {
            foreach (var wait in CpuRule.Measure(pass, cpu)) yield return wait;
            if (!IsMeasured(cpu, into)) yield break;
        }

        var custom = new Measured<CustomProposal> { Value = CustomProposal.None };
        if (hasCustom) foreach (var wait in CustomRule.Measure(pass, annotation!, custom)) yield return wait;
        if (custom.Error.Length > 0) into.Fail("FailedComputeCMReplicas", custom.Error);
        else into.Choose(scaler, pass.Current, cpu.Value, custom.Value!, now);
    }

    /// <summary>The same without waiting, where CPU alone decides and its calls are paid for; false: it has to be run.</summary>
    public static bool IsDoneAtOnce(PassContext pass, Decision into)
    {
        if (!pass.IsPaid(MetricsReader.CpuCalls) || pass.Scaler.Metadata.Annotations.ContainsKey(CustomMetricText.Target)) return false;
        if (IsOutside(pass, into)) return true;
        var cpu = new Measured<CpuUtilization>();
        CpuRule.MeasureAtOnce(pass, cpu);
        if (pass.Cached.Quiet is { } quiet && quiet.IsOf(pass.Scaler, pass.Scale, cpu.Value)) into.Repeat(quiet);
        else if (IsMeasured(cpu, into)) into.Choose(pass.Scaler, pass.Current, cpu.Value, CustomProposal.None, pass.Now);
        return true;
    }

    private static bool IsOutside(PassContext pass, Decision into)
    {
        if (ReplicaBounds.Outside(pass.Scaler, pass.Current, pass.Now) is not { } proposal) return false;
        into.Take(proposal);
        return true;
    }

    private static bool IsMeasured(Measured<CpuUtilization> cpu, Decision into)
    {
        if (cpu.Error.Length > 0) into.Fail("FailedComputeReplicas", cpu.Error);
        return cpu.Value is not null;
    }
}
