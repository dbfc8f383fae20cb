using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>
/// What most controllers are made of: a queue of keys, workers that sync them, and a resync that puts every key in again.
/// </summary>
public abstract class KeyedController : IControlLoop
{
    private readonly int _concurrentSyncs;
    private readonly TimeSpan _resyncPeriod;
    private Workers? _workers;

    /// <param name="concurrentSyncs">Syncs that may be under way at once.</param>
    /// <param name="resyncPeriod">How often every object is synchronised without a cause.</param>
    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    private protected KeyedController(int concurrentSyncs, TimeSpan resyncPeriod, Instant start) =>
        (_concurrentSyncs, _resyncPeriod, NextResync) = (concurrentSyncs, resyncPeriod, start + resyncPeriod);

    public abstract string Name { get; }

    public abstract IReadOnlyList<string> Watches { get; }

    public virtual Instant? NextWake => NextResync;

    private protected WorkQueue Queue { get; } = new();

    private protected RoutineSet Routines { get; } = new();

    private protected Instant NextResync { get; private set; }

    /// <summary>What a resync puts in again, in order.</summary>
    private protected abstract IEnumerable<ObjectKey> Keys { get; }

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        Routines.Now = now;
        Observe(watchEvent);
        _workers!.Run();
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        Routines.Now = now;
        Routines.Complete(response);
        _workers!.Run();
    }

    public virtual void Wake(Instant now)
    {
        Routines.Now = now;
        if (NextResync <= now) Resync(now);
        _workers!.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => Routines.TakeRequests(into);

    /// <summary>Says what a sync does; to be called once, before anything else.</summary>
    private protected void SyncBy(Func<ObjectKey, IEnumerator<Wait>> sync) =>
        _workers = new Workers(_concurrentSyncs, Queue, Routines, sync);

    /// <summary>Takes what a watch shows, and queues the keys that it concerns.</summary>
    private protected abstract void Observe(in WatchEvent change);

    private void Resync(Instant now)
    {
        while (NextResync <= now) NextResync += _resyncPeriod;
        foreach (var key in Keys) Queue.Add(key);
    }
}
