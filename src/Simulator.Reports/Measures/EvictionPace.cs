
namespace Simulator.Reports.Measures;

/// <summary>
/// The pace at which nodes were evicted, where there was one: of three nodes at least, and not of those that the token bucket's burst let
/// through together.
/// </summary>
/// <param name="Nodes">From the last one of the burst on.</param>
/// <param name="Interval">Seconds from one to the next, on average.</param>
internal sealed record EvictionPace(int Nodes, double Interval)
{
    private const int NodesMin = 3;

    /// <summary>A few nodes with gaps between them have no pace.</summary>
    private const int IrregularMin = 10;

    /// <summary>Times what the flag allows.</summary>
    private const double RegularMax = 1.3;

    /// <summary>Closer together than this they were let through at once.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    public double Seconds => (Nodes - 1) * Interval;

    /// <summary>Null if there was none, or a queue came to a stand for another reason.</summary>
    public static EvictionPace? Of(RunRecorder run)
    {
        if (run.Clusters.Any(cluster => cluster.TaintQueues.Blocked.Count > 0)) return null;
        var evicted = run.Nodes.Where(node => node.Outage is { } cause && run.OutageFacts.Story.Contains(cause))
            .Select(node => node.FirstEvictedAt)
            .OfType<TimeSpan>()
            .Order()
            .ToList();
        var burst = evicted.Count == 0 ? 0 : evicted.Count(at => at - evicted[0] < Together) - 1;
        var paced = evicted.Skip(burst).ToList();
        if (paced.Count < NodesMin) return null;
        var interval = (paced[^1] - paced[0]).TotalSeconds / (paced.Count - 1);
        var hit = run.Scenario.Clusters.FirstOrDefault(cluster => cluster.Name == run.OutageFacts.First?.Cluster)
            ?? run.Scenario.Clusters[0];
        var flag = 1 / (double)hit.Version.Evictions.RateOf(hit.ControllerManager);
        return paced.Count < IrregularMin && interval > flag * RegularMax ? null : new EvictionPace(paced.Count, interval);
    }
}
