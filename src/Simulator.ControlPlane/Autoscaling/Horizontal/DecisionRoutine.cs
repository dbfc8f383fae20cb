using Simulator.Api.Sources;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>How many replicas: bounds first, then CPU, then custom metrics.</summary>
internal static class DecisionRoutine
{
    public static IEnumerable<Wait> Run(PassContext pass, Decision into)
    {
        var (scaler, now) = (pass.Scaler, pass.Now);
        if (ReplicaBounds.Outside(scaler, pass.Current, now) is { } proposal)
        {
            into.Take(proposal);
            yield break;
        }

        var hasCustom = scaler.Metadata.Annotations.TryGetValue(CustomMetricText.Target, out var annotation);
        var cpu = new Measured<CpuUtilization>();
        if (scaler.TargetCpuUtilization is not null || !hasCustom)
        {
            foreach (var wait in CpuRule.Measure(pass, cpu)) yield return wait;
            if (cpu.Error.Length > 0) into.Fail("FailedComputeReplicas", cpu.Error);
            if (cpu.Value is null) yield break;
        }

        var custom = new Measured<CustomProposal> { Value = CustomProposal.None };
        if (hasCustom) foreach (var wait in CustomRule.Measure(pass, annotation!, custom)) yield return wait;
        if (custom.Error.Length > 0) into.Fail("FailedComputeCMReplicas", custom.Error);
        else into.Choose(scaler, pass.Current, cpu.Value, custom.Value!, now);
    }
}
