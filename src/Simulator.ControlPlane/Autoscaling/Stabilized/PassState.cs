using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>What one pass over an autoscaler knows and changes.</summary>
internal sealed class PassState(HorizontalPodAutoscaler autoscaler, AutoscalerMemory memory, Instant now)
{
    public HorizontalPodAutoscaler Autoscaler => autoscaler;

    public AutoscalerMemory Memory => memory;

    public Instant Now => now;

    /// <summary>As it will be written.</summary>
    public HorizontalPodAutoscalerStatus Status { get; set; } = autoscaler.Status;

    /// <summary>The target's; null as long as it is not known.</summary>
    public Scale? Scale { get; set; }

    public bool HasFailed { get; set; }

    /// <summary>Why nothing could be computed.</summary>
    public string Failure { get; set; } = "";

    /// <summary>What the metrics propose.</summary>
    public int Proposed { get; set; }

    /// <summary>The same within the bounds of the autoscaler; null where no metric was asked.</summary>
    public int? Wanted { get; set; }

    /// <summary>Which metric proposes it.</summary>
    public string ProposedBy { get; set; } = "";

    /// <summary>For whoever watches; null until it is known what the pass comes to.</summary>
    public HorizontalNote? Note { get; set; }

    /// <summary>Why the API server refused the new status; "" = it did not.</summary>
    public string StatusFault { get; set; } = "";

    /// <summary>Percent of the requested CPU; null = not measured.</summary>
    public int? CpuUtilization => Measured
        .FirstOrDefault(static known => known is
        {
            Metric: { Source: MetricSource.Resource, Name: ResourceNames.Cpu }, AverageUtilization: not null,
        })?.AverageUtilization;

    /// <summary>One for each metric asked for.</summary>
    public IReadOnlyList<MetricStatus> Measured { get; set; } = [];

    public void Tell(HorizontalNoteKind kind, string reason, int wanted, int? scaledTo = null) =>
        Note = new HorizontalNote(kind, autoscaler, Scale?.Replicas ?? 0, wanted)
        {
            CpuUtilization = CpuUtilization,
            Reason = reason,
            ScaledTo = scaledTo,
        };

    public void Set(string type, bool isTrue, string reason, string message) => Status = Status with
    {
        Conditions = AutoscalerConditions.With(Status.Conditions, type, isTrue, (reason, message), now),
    };
}
