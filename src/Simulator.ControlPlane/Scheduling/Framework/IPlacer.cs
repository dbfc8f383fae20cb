using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>
/// Chooses a node for a pod. Two implementations give the same answers: a plain one that reads like the rule and a fast one.
/// </summary>
public interface IPlacer
{
    /// <param name="now">Stands in for the start of pods that say none.</param>
    Placement Place(Pod pod, Instant now);
}
