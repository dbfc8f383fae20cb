using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>What most controllers are made of: a queue of keys, workers that sync them, and a resync that puts every key in again.</summary>
/// <param name="workers">Syncs that may be under way at once.</param>
/// <param name="resyncPeriod">How often every object is synchronised without a cause.</param>
/// <param name="start">When the process starts; resyncs are counted from here.</param>
internal sealed class KeyedWork(int workers, TimeSpan resyncPeriod, Instant start)
{
    private Workers? _workers;

    public WorkQueue Queue { get; } = new();

    public RoutineSet Routines { get; } = new();

    public Instant NextResync { get; private set; } = start + resyncPeriod;

    /// <summary>Says what a sync does; to be called once, before anything else.</summary>
    public void SyncBy(Func<ObjectKey, IEnumerator<Wait>> sync) => _workers = new Workers(workers, Queue, Routines, sync);

    /// <summary>Takes the time of what is delivered next.</summary>
    public void SetNow(Instant now) => Routines.Now = now;

    /// <summary>Gives work to idle workers; to be called after everything that may have added a key.</summary>
    public void Run() => _workers!.Run();

    public void Complete(in ApiResponse response, Instant now)
    {
        SetNow(now);
        Routines.Complete(response);
        Run();
    }

    /// <summary>Whether it is time to put in every key again; the next time is set then.</summary>
    public bool IsResyncDue(Instant now)
    {
        SetNow(now);
        if (now < NextResync) return false;
        while (NextResync <= now) NextResync += resyncPeriod;
        return true;
    }
}
