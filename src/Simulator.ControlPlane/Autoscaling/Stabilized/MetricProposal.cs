using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>What one metric proposes, or why it proposes nothing.</summary>
internal sealed record MetricProposal
{
    public int Replicas { get; init; }

    /// <summary>The metric as events and conditions name it.</summary>
    public string Name { get; init; } = "";

    public MetricStatus Status { get; init; } = new();

    /// <summary>Event and condition of the failure; null if there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>As the event and the condition tell it.</summary>
    public string Message { get; init; } = "";

    /// <summary>As the pass tells it on.</summary>
    public string Error { get; init; } = "";

    public static MetricProposal Failed(string reason, string message, string error) =>
        new() { Reason = reason, Message = message, Error = error };
}
