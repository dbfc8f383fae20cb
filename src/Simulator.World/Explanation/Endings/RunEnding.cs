using Simulator.World.Views;

namespace Simulator.World.Explanation.Endings;

/// <summary>How a run's clusters stand when it ends: what waits, and for what. Asked once, at the end; asking changes nothing.</summary>
public sealed record RunEnding(IReadOnlyList<ClusterEnding> Clusters)
{
    /// <summary>Of a run that nobody has looked at.</summary>
    public static RunEnding None { get; } = new([]);

    /// <param name="run">It has come to its end, or wherever it is asked.</param>
    public static RunEnding Of(IRunView run) => new([.. run.Clusters.Select(cluster => ClusterEnding.Of(cluster, run.Now))]);
}
