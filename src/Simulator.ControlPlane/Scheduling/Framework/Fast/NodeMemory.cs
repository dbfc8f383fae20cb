using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>What the filters and scores that look at one node alone have said of each, as of the version that they saw.</summary>
/// <param name="hasLate">Some filters come behind those that look at more than one node.</param>
internal sealed class NodeMemory(int nodes, int compared, bool hasLate)
{
    /// <summary>Version of the node that was looked at; 0 = none.</summary>
    public long[] Seen { get; } = new long[nodes];

    /// <summary>Null: it fits.</summary>
    public Status?[] Verdicts { get; } = new Status?[nodes];

    /// <summary>What filters say that come behind those that look at more than one node; null if there are none.</summary>
    public Status?[]? Late { get; } = hasLate ? new Status?[nodes] : null;

    /// <summary>Weighted sum of the scores that stand for themselves.</summary>
    public long[] Sums { get; } = new long[nodes];

    /// <summary>Scores that count by comparison: one list a plug-in.</summary>
    public long[][] Compared { get; } = [.. Enumerable.Range(0, compared).Select(_ => new long[nodes])];

    /// <summary>For each of those plug-ins, how many nodes it has ever given anything but 0.</summary>
    public int[] Given { get; } = new int[compared];

    public void Clear()
    {
        Array.Clear(Seen);
        Array.Clear(Given);
        foreach (var scores in Compared) Array.Clear(scores);
    }
}
