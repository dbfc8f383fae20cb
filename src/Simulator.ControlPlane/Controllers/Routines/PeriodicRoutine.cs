using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>A body that runs again one period after it has ended (wait.Until of 1.3.10).</summary>
/// <remarks>
/// Runs that would find nothing to do are not made, but keep the rhythm: with <paramref name="workAt"/> the body runs at the first
/// multiple of the period, counted from its last real run, at which there is work. A poll every 100 ms costs nothing while idle.
/// </remarks>
/// <param name="workAt">When there will be work, judged now; null = not before something else happens.</param>
internal sealed class PeriodicRoutine(
    TimeSpan period, Instant first, Func<IEnumerator<Wait>> body, Func<Instant, Instant?>? workAt = null)
{
    private Instant _next = first;
    private bool _isRunning;

    public Instant? Next(Instant now)
    {
        if (_isRunning) return null;
        if (workAt is null) return _next;
        return workAt(now) is { } work ? OnGrid(work > now ? work : now) : null;
    }

    public void Run(RoutineSet routines)
    {
        _isRunning = true;
        routines.Start(body(), () => End(routines.Now));
    }

    private void End(Instant now)
    {
        _isRunning = false;
        _next = now + period;
    }

    private Instant OnGrid(Instant earliest)
    {
        if (earliest <= _next) return _next;
        var periods = ((earliest - _next).Ticks + period.Ticks - 1) / period.Ticks;
        return _next + (period * periods);
    }
}
