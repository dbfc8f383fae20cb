namespace Simulator.ControlPlane.Controllers.Disruptions;

/// <summary>Settings of the disruption controller; it has one worker and no flags.</summary>
public sealed record DisruptionOptions
{
    public int ConcurrentSyncs { get; init; } = 1;
}
