namespace Simulator.ControlPlane.Scheduling.Extensions;

/// <summary>A rule that 1.3.10 does not register: somebody brings it along.</summary>
public interface IOwnRule<out T>
{
    /// <summary>Its name and version, as results name it.</summary>
    string Title { get; }

    /// <summary>A new one, for one scheduler.</summary>
    T Make();
}
