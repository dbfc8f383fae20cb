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

    /// <summary>Which metric proposes it.</summary>
    public string ProposedBy { get; set; } = "";

    /// <summary>One for each metric asked for.</summary>
    public IReadOnlyList<MetricStatus> Measured { get; set; } = [];

    public void Set(string type, bool isTrue, string reason, string message) => Status = Status with
    {
        Conditions = AutoscalerConditions.With(Status.Conditions, type, isTrue, (reason, message), now),
    };
}
