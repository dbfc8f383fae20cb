using Simulator.Reports.Measures.Steady;

namespace Simulator.Studies.Replication;

/// <summary>How many runs of one scenario.</summary>
public sealed record ReplicationPlan
{
    /// <summary>Runs; with a <see cref="Precision"/> those that are made before anybody looks.</summary>
    public required int Seeds { get; init; }

    /// <summary>Runs go on until no interval is wider to one side than this share of its value; null: as many as there are seeds.</summary>
    public double? Precision { get; init; }

    /// <summary>With a <see cref="Precision"/>: no more than so many.</summary>
    public int SeedsMax { get; init; } = 1000;

    /// <summary>Left out of the steady state of each run; null: none is told.</summary>
    public WarmUpChoice? WarmUp { get; init; }

    /// <summary>Measures that have to be so precise; empty: those that are told first.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];
}
