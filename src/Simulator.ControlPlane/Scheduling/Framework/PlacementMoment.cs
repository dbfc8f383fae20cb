using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>A pass for one pod, and all that it looked at, as it looked at it: nothing has been assumed yet.</summary>
public readonly record struct PlacementMoment(Pod Pod, SchedulerState State, Profile Profile, Placement Placement, Instant Now)
{
    /// <summary>Index of the node with which the pass began.</summary>
    public required int Start { get; init; }

    /// <summary>Throws what the pass has thrown, from its first throw on.</summary>
    public required IDraws Draws { get; init; }

    /// <summary>Passes for this pod, this one included.</summary>
    public required int Attempts { get; init; }

    /// <summary>How long it backs off if the pass is in vain.</summary>
    public required TimeSpan Backoff { get; init; }
}
