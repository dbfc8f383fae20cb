using Simulator.ControlPlane.Scheduling.Extensions;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>How long the real scheduler takes for one decision: the world knows, the rule does not.</summary>
public interface IDecisionPace
{
    TimeSpan DurationFor(int nodes);

    /// <summary>How long a call to an HTTP extender takes.</summary>
    TimeSpan CallOf(ExtenderPolicy extender) => TimeSpan.Zero;
}
