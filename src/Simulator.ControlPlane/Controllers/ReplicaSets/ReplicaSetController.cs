using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Replication;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.ReplicaSets;

/// <summary>
/// Keeps as many pods as ReplicaSets, or replication controllers, ask for, and owns them by reference (pkg/controller/replicaset).
/// </summary>
public sealed class ReplicaSetController : RetryingController
{
    private readonly CountedPods _counted = new();
    private readonly OwnerIndex<Pod> _pods;
    private readonly OwnerBook<ReplicaController> _owners;
    private readonly ClaimedPodWatch<ReplicaController> _watch;

    /// <param name="start">When the process starts.</param>
    /// <param name="expectations">What earlier syncs still wait for; nothing in a new process.</param>
    public ReplicaSetController(ReplicaSetOptions options, Instant start, ReplicaKind kind, Expectations? expectations = null)
        : base(options.ConcurrentSyncs, RetryPace.Usual, start)
    {
        expectations ??= new Expectations(TimeSpan.FromMinutes(5));
        _pods = new OwnerIndex<Pod>(_counted.Count);
        (Name, Watches) = (kind.LoopName, ["Pod", kind.Kind]);
        _owners = new OwnerBook<ReplicaController>(kind.Kind, static owner => owner.PodSelector);
        _watch = new ClaimedPodWatch<ReplicaController>(_owners, _pods, expectations, Queue, BecameReady);
        SyncBy(new ReplicaSetSync(options, _owners, _pods, _counted, Related, expectations, Routines).Run);
    }

    public override string Name { get; }

    public override IReadOnlyList<string> Watches { get; }

    /// <summary>As the watches have shown them.</summary>
    public RelatedPods Related { get; } = new();

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) ObservePod(change);
        else if (change.Object is ReplicaController owner) ObserveOwner(change, owner);
    }

    private void ObservePod(in WatchEvent change)
    {
        Related.ObservePod(change);
        _watch.ObservePod(change);
    }

    private void ObserveOwner(in WatchEvent change, ReplicaController owner)
    {
        var isSame = change.Previous is ReplicaController former && IsSameToPods(former, owner);
        if (!isSame || change.Type == WatchEventType.Deleted) Related.ObserveSet(change);
        _watch.ObserveOwner(change.Type, owner);
    }

    private static bool IsSameToPods(ReplicaController former, ReplicaController owner) =>
        former.Metadata.ControllerReference?.Uid == owner.Metadata.ControllerReference?.Uid
        && former.Metadata.Uid == owner.Metadata.Uid
        && CanonicalText.AreEqual(former.PodSelector, owner.PodSelector);

    /// <summary>It is to be looked at again once the pod counts as available: the second more is for clocks that differ.</summary>
    private void BecameReady(Owner<ReplicaController> owner, Pod? former, Pod pod)
    {
        var wait = owner.Value.MinReadySeconds;
        if (former is not { IsReady: false } || !pod.IsReady || wait == 0) return;
        Retries.Add(owner.Value.Key, Routines.Now + TimeSpan.FromSeconds(wait + 1));
    }
}
