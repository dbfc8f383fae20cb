using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Algorithm;

public enum SchedulingOutcome
{
    Scheduled,

    /// <summary>No node passes the node filter.</summary>
    NoNodes,

    /// <summary>No node passes all predicates.</summary>
    Unschedulable,

    /// <summary>A hard error aborted the pass.</summary>
    Error,
}

/// <summary>The outcome of one pass for one pod.</summary>
/// <param name="Host">The chosen node; null unless scheduled.</param>
/// <param name="FitCount">Nodes that passed all predicates.</param>
/// <param name="TieCount">Nodes with the largest total.</param>
/// <param name="TopScore">The largest total.</param>
/// <param name="Error">What aborted the pass; null otherwise.</param>
public readonly record struct Decision(
    SchedulingOutcome Outcome, NodeInfo? Host, int FitCount, int TieCount, long TopScore, string? Error = null)
{
    public static readonly Decision NoNodes = new(SchedulingOutcome.NoNodes, null, 0, 0, 0);

    public static readonly Decision Unschedulable = new(SchedulingOutcome.Unschedulable, null, 0, 0, 0);

    public static Decision Failed(string error) => new(SchedulingOutcome.Error, null, 0, 0, 0, error);
}
