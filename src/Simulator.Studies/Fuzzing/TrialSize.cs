using Simulator.Reports.Summaries;
using Simulator.World.Specification;

namespace Simulator.Studies.Fuzzing;

/// <summary>What can be run in a moment.</summary>
internal static class TrialSize
{
    private const int NodesMax = 200;

    private const long PodsMax = 500;

    public static bool IsSmall(Scenario scenario) =>
        scenario.Clusters.Sum(cluster => cluster.NodePools.Sum(pool => (long)pool.Count)) <= NodesMax
        && Headline.PodsOf(scenario) <= PodsMax;
}
