using Simulator.Engine;
using Simulator.World.ApiServer;

namespace Simulator.World.Hosting;

/// <summary>An API server compacts the store up to where it stood one interval before; while none works, nothing is forgotten.</summary>
/// <param name="works">Some API server answers, and etcd does.</param>
internal sealed class StoreCompaction(Simulation simulation, ObjectStore store, TimeSpan interval, Func<bool> works)
{
    private long _upTo;

    /// <summary>What was before the run nobody can ask for.</summary>
    public void Begin()
    {
        _upTo = store.Revision;
        store.Compact(_upTo);
        simulation.Schedule(interval, Compact);
    }

    private void Compact()
    {
        if (works())
        {
            store.Compact(_upTo);
            _upTo = store.Revision;
        }

        simulation.Schedule(interval, Compact);
    }
}
