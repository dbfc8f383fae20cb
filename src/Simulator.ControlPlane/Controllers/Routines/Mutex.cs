namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>A lock between routines that is kept over API calls: those who want it meanwhile yield it until it is free.</summary>
internal sealed class Mutex : Wait
{
    public bool IsHeld { get; private set; }

    public override bool IsOver => !IsHeld;

    public void Acquire() => IsHeld = true;

    public void Release() => IsHeld = false;
}
