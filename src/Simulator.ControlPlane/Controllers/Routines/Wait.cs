namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>What a routine yields: it goes on when the wait is over.</summary>
internal abstract class Wait
{
    public abstract bool IsOver { get; }
}
