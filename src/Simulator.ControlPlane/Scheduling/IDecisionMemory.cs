namespace Simulator.ControlPlane.Scheduling;

/// <summary>
/// What a scheduler's decisions leave behind, beside what it is told and what can be worked out anew: another one that has been told the
/// same, and is given the same mark, goes on in the same way.
/// </summary>
public interface IDecisionMemory
{
    /// <summary>The chance that decisions may look at; null: they look at none.</summary>
    DecisionOrder? Order { get; }

    DecisionMark Mark { get; set; }
}

/// <param name="Decisions">So many there were.</param>
/// <param name="Selections">Of them so many chose a node.</param>
/// <param name="NextStart">The node with which the next look begins.</param>
/// <param name="Throws">Of its dice.</param>
public readonly record struct DecisionMark(ulong Decisions, ulong Selections, int NextStart, ulong Throws);
