using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling;

public enum HorizontalNoteKind
{
    /// <summary>The number is right, or the change has to wait for a window.</summary>
    Stays,

    Rescaled,

    /// <summary>The API server refused the new number.</summary>
    RescaleRefused,

    /// <summary>There was no scale, or a metric could not be had.</summary>
    Failed,

    /// <summary>The real program divides by zero; it goes on after a second.</summary>
    Panicked,
}

/// <summary>What one pass over an autoscaler came to, for whoever watches.</summary>
/// <param name="Scaler">As the controller has it, before the pass has written anything.</param>
/// <param name="Current">Replicas that there were; 0 if the scale could not be had.</param>
/// <param name="Wanted">Replicas within bounds that the metrics ask for; as many as there were if nothing was asked for.</param>
public sealed record HorizontalNote(HorizontalNoteKind Kind, HorizontalPodAutoscaler Scaler, int Current, int Wanted)
{
    /// <summary>What it scales to where that is not what it asks for: limits may hold it back; null = what it asks for.</summary>
    public int? ScaledTo { get; init; }

    /// <summary>Percent; null = not looked at.</summary>
    public int? CpuUtilization { get; init; }

    /// <summary>The moment that the windows were compared with; null = not looked at.</summary>
    public Instant? Timestamp { get; init; }

    /// <summary>Why it wants another number, or what failed; in the words of its events.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why the API server refused the new status; "" = it took it, or none was sent.</summary>
    public string StatusFault { get; init; } = "";
}
