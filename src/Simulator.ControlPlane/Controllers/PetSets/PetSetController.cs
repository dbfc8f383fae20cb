using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Keeps pets: pods with names, one after the other, each with its own claims (pkg/controller/petset of 1.3.10).</summary>
/// <remarks>It reads every pet and every claim anew from the API in every sync, so that its client's rate limit is its pace: a set of 1,000 pets
/// with a claim each takes 100 s a sync at 20 calls a second, and a sync creates or deletes one pet at most.</remarks>
public sealed class PetSetController : IControlLoop
{
    private readonly PodIndex<OwnedPods<PetSet>> _index = new();
    private readonly PetBlockers _blockers;
    private readonly PetSetEntries _entries;
    private readonly KeyedWork _work;
    private readonly OwnedPodWatch<PetSet> _watch;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    /// <param name="list">What a sync takes for its list of pets, given those of the store in key order: see <see cref="PetLists"/>.</param>
    /// <param name="blockers">What earlier syncs remember; nothing in a new process.</param>
    public PetSetController(PetSetOptions options, Instant start, Func<List<Pod>, List<Pod>> list, PetBlockers? blockers = null)
    {
        _blockers = blockers ?? new PetBlockers();
        _entries = new PetSetEntries(_index, list);
        _work = new KeyedWork(options.ConcurrentSyncs, options.ResyncPeriod, start);
        _work.SyncBy(new PetSetSync(_entries, _blockers, _work.Queue, _work.Routines).Run);
        _watch = new OwnedPodWatch<PetSet>(_index, new NoExpectations(), _work.Queue, DeletionCounts.WhenMarked);
    }

    public string Name => "petset-controller";

    public IReadOnlyList<string> Watches { get; } = ["Pod", "PetSet"];

    public Instant? NextWake => _work.NextResync;

    /// <summary>What the last sync of a set came to.</summary>
    public PetSetSyncResult LastSyncOf(ObjectKey set) => _entries.Find(set)?.LastSync ?? default;

    /// <summary>The pet that the next sync of a set will look at first; null if none is remembered.</summary>
    public ObjectKey? BlockerOf(ObjectKey set) => _blockers.Of(set);

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _work.SetNow(now);
        if (watchEvent.Object is Pod) _watch.ObservePod(watchEvent);
        else if (watchEvent.Object is PetSet set) _watch.ObserveOwner(watchEvent.Type, set);
        _work.Run();
    }

    public void Complete(in ApiResponse response, Instant now) => _work.Complete(response, now);

    public void Wake(Instant now)
    {
        if (!_work.IsResyncDue(now)) return;
        foreach (var entry in _index.AllOwners()) _work.Queue.Add(entry.Key);
        _work.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => _work.Routines.TakeRequests(into);

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
