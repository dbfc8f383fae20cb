using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Federation.Services;

/// <summary>
/// Workers of one queue, one more every second for as long as the process runs. Odd but real: wait.Until starts them anew each second, and
/// they never end (clusterServiceWorker, clusterEndpointWorker of 1.3.10).
/// </summary>
internal sealed class GrowingWorkers(Instant first, WorkQueue queue, RoutineSet routines, Func<ObjectKey, IEnumerator<Wait>> sync)
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private int _busy;

    /// <summary>When there will be one more; null if nothing waits for it.</summary>
    public Instant? Next(Instant now) => queue.IsEmpty ? null : first + (Period * CountAt(now));

    public void Run()
    {
        while (_busy < CountAt(routines.Now) && queue.TryTake(out var key)) Run(key);
    }

    private long CountAt(Instant now) => now < first ? 0 : ((now - first).Ticks / Period.Ticks) + 1;

    private void Run(ObjectKey key)
    {
        _busy++;
        routines.Start(sync(key), () =>
        {
            _busy--;
            queue.Done(key);
        });
    }
}
