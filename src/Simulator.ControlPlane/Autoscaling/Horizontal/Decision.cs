using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>What a pass has decided: a proposal, or a failure, or neither where the real program panics.</summary>
internal sealed class Decision
{
    public Proposal? Proposal { get; private set; }

    public int? CpuUtilization { get; private set; }

    /// <summary>The CPU that alone decided, so that the time of the decision did not count; null: something else did.</summary>
    public CpuUtilization? Measured { get; private set; }

    /// <summary>Nothing has changed since this pass.</summary>
    public QuietPass? Quiet { get; private set; }

    /// <summary>"" = the annotation stays.</summary>
    public string CustomStatus { get; private set; } = "";

    /// <summary>Reason of the event that tells the failure; "" = nothing failed.</summary>
    public string FailureReason { get; private set; } = "";

    public string Error { get; private set; } = "";

    /// <summary>The real program divides by zero.</summary>
    public bool HasPanicked => Proposal is null && FailureReason.Length == 0;

    public void Take(Proposal proposal) => Proposal = proposal;

    public void Repeat(QuietPass quiet) => Quiet = quiet;

    public void Fail(string reason, string error) => (FailureReason, Error) = (reason, error);

    /// <summary>The metric that asks for most, within bounds; with equal numbers CPU comes first.</summary>
    /// <remarks>If none asks for any, the windows are compared with the present.</remarks>
    public void Choose(HorizontalPodAutoscaler scaler, int current, CpuUtilization? cpu, CustomProposal custom, Instant now)
    {
        var (replicas, timestamp, metric) = (0, now, "");
        if (cpu is not null && CpuRule.Replicas(scaler, cpu, current) is > 0 and var byCpu)
        {
            (replicas, timestamp, metric, Measured) = (byCpu, cpu.Timestamp, "CPU utilization", cpu);
        }
        if (custom.Replicas > replicas)
        {
            (replicas, timestamp, metric, Measured) = (custom.Replicas, custom.Timestamp ?? now, custom.Metric, null);
        }
        var reason = replicas > current ? $"{metric} above target" : replicas < current ? "All metrics below target" : "";
        (CpuUtilization, CustomStatus) = (cpu?.Percent, custom.Status);
        Proposal = new Proposal(ReplicaBounds.Clamp(scaler, replicas), timestamp, reason);
    }
}
