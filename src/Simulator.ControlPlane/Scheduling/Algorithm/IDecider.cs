using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Algorithm;

/// <summary>
/// Chooses a node for a pod. Two implementations give the same answers: a plain one that reads like the rule and a fast one.
/// </summary>
public interface IDecider
{
    /// <param name="roundRobin">Selections so far; picks among equals (the caller counts).</param>
    Decision Decide(Pod pod, ulong roundRobin);

    /// <summary>How long the last decision waited for answers of others.</summary>
    TimeSpan Waited => TimeSpan.Zero;
}
