namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>What the fast path keeps at most, and from when on. Decisions are the same with any limits.</summary>
public sealed record FastLimits
{
    /// <summary>Pods without a template bring one each; beyond this number all are dropped and made anew.</summary>
    public int Templates { get; init; } = 16_384;

    /// <summary>
    /// Nodes over all shapes; beyond it all are dropped and made anew (some 12 bytes each, at 100,000 nodes 80 shapes in 100 MB).
    /// </summary>
    public long ShapeNodes { get; init; } = 8_000_000;

    /// <summary>
    /// Nodes over all groups that are kept by spread; beyond it the oldest hand theirs on (4 bytes each, and a bit a group).
    /// </summary>
    public long SpreadNodes { get; init; } = 2_000_000;

    /// <summary>
    /// Groups are kept by spread for templates with pods to spread against on more nodes than this: below, marking them anew for each
    /// decision costs less.
    /// </summary>
    public int SpreadKeptFrom { get; init; } = 32;
}
