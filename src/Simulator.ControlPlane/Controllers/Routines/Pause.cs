using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>A routine sleeps for some time; its controller wakes it (<see cref="RoutineSet.NextPauseEnd"/>).</summary>
internal sealed class Pause(RoutineSet routines, TimeSpan length) : Wait
{
    public Instant End { get; } = routines.Now + length;

    public override bool IsOver => routines.Now >= End;
}
