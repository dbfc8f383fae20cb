using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.PetSets;

/// <summary>Keeps pets: pods with names, one after the other, each with its own claims (pkg/controller/petset of 1.3.10).</summary>
/// <remarks>It reads every pet and every claim anew from the API in every sync, so that its client's rate limit is its pace: a set of 1,000
/// pets with a claim each takes 100 s a sync at 20 calls a second, and a sync creates or deletes one pet at most.</remarks>
public sealed class PetSetController : KeyedController
{
    private readonly PodIndex<OwnedPods<PetSet>> _index = new();
    private readonly PetBlockers _blockers;
    private readonly PetSetEntries _entries;
    private readonly OwnedPodWatch<PetSet> _watch;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    /// <param name="list">What a sync takes for its list of pets, given those of the store in key order: see
    /// <see cref="PetLists"/>.</param>
    /// <param name="blockers">What earlier syncs remember; nothing in a new process.</param>
    public PetSetController(PetSetOptions options, Instant start, Func<List<Pod>, List<Pod>> list, PetBlockers? blockers = null)
        : base(options.ConcurrentSyncs, options.ResyncPeriod, start)
    {
        _blockers = blockers ?? new PetBlockers();
        _entries = new PetSetEntries(_index, list);
        SyncBy(new PetSetSync(_entries, _blockers, Queue, Routines).Run);
        _watch = new OwnedPodWatch<PetSet>(_index, new NoExpectations(), Queue, DeletionCounts.WhenMarked);
    }

    public override string Name => "petset-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Pod", "PetSet"];

    private protected override IEnumerable<ObjectKey> Keys => _index.Keys;

    /// <summary>What the last sync of a set came to.</summary>
    public PetSetSyncResult LastSyncOf(ObjectKey set) => _entries.Find(set)?.LastSync ?? default;

    /// <summary>The pet that the next sync of a set will look at first; null if none is remembered.</summary>
    public ObjectKey? BlockerOf(ObjectKey set) => _blockers.Of(set);

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) _watch.ObservePod(change);
        else if (change.Object is PetSet set) _watch.ObserveOwner(change.Type, set);
    }

    /// <summary>A sync looks at the API itself: nothing has to be remembered of what was asked for.</summary>
    private sealed class NoExpectations : IExpectations
    {
        public void CreationObserved(ObjectKey owner)
        {
        }

        public void DeletionObserved(ObjectKey owner, ObjectKey pod)
        {
        }

        public void Forget(ObjectKey owner)
        {
        }
    }
}
