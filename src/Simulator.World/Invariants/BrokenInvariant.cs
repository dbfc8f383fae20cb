namespace Simulator.World.Invariants;

/// <summary>A rule that did not hold: a bug of the simulator, never of a scenario.</summary>
/// <param name="At">Since the start of the run.</param>
/// <param name="Sentence">The object and the facts that contradict.</param>
public sealed record BrokenInvariant(TimeSpan At, string Cluster, string Invariant, string Sentence)
{
    public override string ToString() => $"{At:c} {Cluster}: {Sentence} ({Invariant})";
}
