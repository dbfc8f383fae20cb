using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>All rules for one cluster.</summary>
public sealed class ClusterInvariants(CheckedCluster cluster)
{
    private readonly IInvariant[] _rules =
    [
        .. InvariantTable.All.Where(entry => entry.Holds(cluster.Spec.Version)).Select(entry => entry.Make(cluster)),
    ];

    public CheckedCluster Cluster => cluster;

    /// <summary>Facts and commits seen so far.</summary>
    public long FactCount { get; private set; }

    public void Observe(in Observation observation)
    {
        FactCount++;
        cluster.Now = observation.At > cluster.Now ? observation.At : cluster.Now;
        cluster.Troubles.Observe(observation);
        foreach (var rule in _rules) rule.Observe(observation);
    }

    public void OnCommitted(in WatchEvent commit, TimeSpan now)
    {
        FactCount++;
        cluster.Now = now;
        foreach (var rule in _rules) rule.OnCommitted(commit);
    }
}
