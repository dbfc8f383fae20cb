namespace Simulator.ControlPlane.Scheduling.Extensions;

/// <summary>How long calls take: the world knows how to draw it, the rule does not.</summary>
public interface ICallTime;
