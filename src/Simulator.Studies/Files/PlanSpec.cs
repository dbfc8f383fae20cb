using Simulator.Studies.Axes;

namespace Simulator.Studies.Files;

/// <summary>What a study searches.</summary>
public sealed record PlanSpec
{
    public required PlanGoal Goal { get; init; }

    /// <summary>One, in ascending order, for the smallest and the largest value; one or more for the cheapest combination.</summary>
    public required IReadOnlyList<Axis> Axes { get; init; }

    public required LossSpec Lose { get; init; }

    /// <summary>What it has to be as good as; null: nothing but what is expected of it.</summary>
    public PeerSpec? Peer { get; init; }

    /// <summary>How sure the answer is to be, from 0 to 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Seeds in which all objectives have to hold.</summary>
    public required int Seeds { get; init; }
}

public enum PlanGoal
{
    Smallest,
    Largest,
    Cheapest,
}
