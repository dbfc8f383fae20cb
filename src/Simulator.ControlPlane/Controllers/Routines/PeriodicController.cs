using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>A controller that makes one pass after another, a period after the last has ended.</summary>
public abstract class PeriodicController : IControlLoop
{
    private readonly PeriodicRoutine _passes;

    /// <param name="first">When the first pass begins.</param>
    /// <param name="skipsIdle">Passes that would find nothing to do are not made (<see cref="HasWork"/>).</param>
    private protected PeriodicController(TimeSpan period, Instant first, bool skipsIdle) =>
        _passes = new PeriodicRoutine(period, first, Pass, skipsIdle ? now => HasWork ? now : null : null);

    public abstract string Name { get; }

    public abstract IReadOnlyList<string> Watches { get; }

    public Instant? NextWake => _passes.Next(Routines.Now);

    private protected RoutineSet Routines { get; } = new();

    /// <summary>Whether a pass would find anything to do.</summary>
    private protected virtual bool HasWork => true;

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        Routines.Now = now;
        Observe(watchEvent);
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        Routines.Now = now;
        Routines.Complete(response);
    }

    public void Wake(Instant now)
    {
        Routines.Now = now;
        if (_passes.Next(now) <= now) _passes.Run(Routines);
    }

    public void TakeRequests(List<ApiRequest> into) => Routines.TakeRequests(into);

    private protected abstract void Observe(in WatchEvent change);

    private protected abstract IEnumerator<Wait> Pass();
}
