namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>What decisions have looked at so far: the growth of it is held by a test. Counted beside the loops, never within.</summary>
public sealed class FastWork
{
    /// <summary>Nodes that predicates and scores were asked about.</summary>
    public long NodesJudged { get; internal set; }

    /// <summary>Nodes that differ from their group for one decision.</summary>
    public long NodesMarked { get; internal set; }

    /// <summary>Selectors of owners, and label classes that a selector was asked about.</summary>
    public long ClassesAsked { get; internal set; }

    /// <summary>Decisions left to the plain rule.</summary>
    public long Plain { get; internal set; }
}
