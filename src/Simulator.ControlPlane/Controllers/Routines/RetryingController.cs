using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>
/// A controller that trusts its watches: a queue of keys, workers that sync them, failed ones come again later and later. Nothing is looked
/// at without a cause.
/// </summary>
public abstract class RetryingController : IControlLoop
{
    private readonly int _concurrentSyncs;
    private Workers? _workers;
    private SyncReport? _lastReport;

    /// <param name="concurrentSyncs">Syncs that may be under way at once.</param>
    private protected RetryingController(int concurrentSyncs, RetryPace pace, Instant start) =>
        (_concurrentSyncs, Retries) = (concurrentSyncs, new Retries(Queue, pace, start));

    public abstract string Name { get; }

    public abstract IReadOnlyList<string> Watches { get; }

    public Instant? NextWake => Routines.NextPauseEnd is { } pause ? Retries.Next.OrEarlier(pause) : Retries.Next;

    /// <summary>What the sync that ended last came to; null before the first.</summary>
    public SyncResult? LastSync => _lastReport?.ToResult();

    private protected WorkQueue Queue { get; } = new();

    private protected RoutineSet Routines { get; } = new();

    private protected Retries Retries { get; }

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

    public void Wake(Instant now)
    {
        Routines.Now = now;
        Routines.EndPauses();
        Retries.Move(now);
        _workers!.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => Routines.TakeRequests(into);

    /// <summary>Says what a sync does; to be called once, before anything else.</summary>
    private protected void SyncBy(Func<ObjectKey, SyncReport, IEnumerable<Wait>> sync) =>
        _workers = new Workers(_concurrentSyncs, Queue, Routines, key => Sync(key, sync));

    /// <summary>A period of zero is at once.</summary>
    private protected void QueueAfter(ObjectKey key, TimeSpan period)
    {
        if (period == TimeSpan.Zero) Queue.Add(key);
        else Retries.Add(key, Routines.Now + period);
    }

    /// <summary>Takes what a watch shows, and queues the keys that it concerns.</summary>
    private protected abstract void Observe(in WatchEvent change);

    private IEnumerator<Wait> Sync(ObjectKey key, Func<ObjectKey, SyncReport, IEnumerable<Wait>> sync)
    {
        var report = new SyncReport();
        foreach (var wait in sync(key, report)) yield return wait;
        foreach (var time in report.Later) Retries.Add(key, Routines.Now + time);
        if (report.HasFailed || report.WantsRetry) Retries.AddAfterFailure(key, Routines.Now);
        if (!report.HasFailed && !report.KeepsFailures) Retries.Forget(key);
        _lastReport = report;
    }
}
