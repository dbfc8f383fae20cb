using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Replication;

/// <summary>
/// Keeps as many pods as replication controllers, or ReplicaSets, ask for (pkg/controller/replication and replicaset of 1.3.10).
/// </summary>
public sealed class ReplicationManager : KeyedController
{
    private readonly PodIndex<OwnedPods<ReplicaController>> _index = new();
    private readonly OwnedPodWatch<ReplicaController> _watch;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public ReplicationManager(ReplicationOptions options, Instant start, ReplicaKind kind)
        : base(options.ConcurrentSyncs, options.ResyncPeriod, start)
    {
        var expectations = new Expectations(options.ExpectationsTimeout);
        SyncBy(new ReplicationSync(options, _index, expectations, Queue, Routines).Run);
        _watch = new OwnedPodWatch<ReplicaController>(_index, expectations, Queue, DeletionCounts.WhenMarked);
        (Name, Watches) = (kind.LoopName, ["Pod", kind.Kind]);
    }

    public override string Name { get; }

    public override IReadOnlyList<string> Watches { get; }

    private protected override IEnumerable<ObjectKey> Keys => _index.Keys;

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) _watch.ObservePod(change);
        else if (change.Object is ReplicaController controller) _watch.ObserveOwner(change.Type, controller);
    }
}
