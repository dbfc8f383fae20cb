namespace Simulator.ControlPlane.Scheduling.Extensions;

/// <summary>A rule that 1.3.10 does not register: somebody brings it along.</summary>
public interface IOwnRule<out T>
{
    /// <summary>Its name and version, as results name it.</summary>
    string Title { get; }

    /// <summary>A new one for one scheduler, or one that is there already: a rule may be several things at once.</summary>
    /// <param name="there">What has been made for this scheduler, by a name that the rule gives it.</param>
    T Make(IDictionary<string, object> there);
}
