namespace Simulator.ControlPlane.Scheduling;

/// <summary>How long the real scheduler takes for one decision: the world knows, the rule does not.</summary>
public interface IDecisionPace
{
    TimeSpan DurationFor(int nodes);
}
