using Simulator.World.Running;

namespace Simulator.World.Hosting;

/// <summary>An API server compacts the store up to where it stood one interval before; while none works, nothing is forgotten.</summary>
/// <param name="works">Some API server answers, and etcd does.</param>
internal sealed class StoreCompaction(SimulatedCluster cluster, Func<bool> works)
{
    private long _upTo;

    /// <summary>What was before the run nobody can ask for.</summary>
    public void Begin()
    {
        _upTo = cluster.Store.Revision;
        cluster.Store.Compact(_upTo);
        cluster.Simulation.Schedule(cluster.Spec.Masters.Etcd.CompactionInterval, Compact);
    }

    private void Compact()
    {
        if (works())
        {
            cluster.Store.Compact(_upTo);
            _upTo = cluster.Store.Revision;
        }

        cluster.Simulation.Schedule(cluster.Spec.Masters.Etcd.CompactionInterval, Compact);
    }
}
