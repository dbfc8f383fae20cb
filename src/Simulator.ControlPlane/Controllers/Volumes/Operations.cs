using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>
/// What runs beside the syncs, one of a name at a time; one that has failed is not begun again before its back-off is over
/// (pkg/util/goroutinemap of 1.3.10).
/// </summary>
internal sealed class Operations(RoutineSet routines, TimeSpan first, TimeSpan longest)
{
    private readonly HashSet<string> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Instant Until, TimeSpan Delay)> _failed = new(StringComparer.Ordinal);
    private readonly SortedSet<Instant> _retries = [];

    /// <summary>When the first of the failed may be begun again; null if all has been told.</summary>
    public Instant? NextRetry => _retries.Count > 0 ? _retries.Min : null;

    /// <summary>Nothing happens if it runs already or backs off.</summary>
    public void Start(string name, Func<Operation, IEnumerator<Wait>> body)
    {
        if (_running.Contains(name) || (_failed.TryGetValue(name, out var failure) && routines.Now < failure.Until)) return;
        _running.Add(name);
        var operation = new Operation();
        routines.Start(body(operation), () => End(name, operation));
    }

    /// <summary>Whoever asked for the retries that are due by now does so.</summary>
    public void ForgetRetries(Instant now) => _retries.RemoveWhere(at => at <= now);

    private void End(string name, Operation operation)
    {
        _running.Remove(name);
        if (operation.HasFailed) BackOff(name);
        else _failed.Remove(name);
    }

    private void BackOff(string name)
    {
        var delay = _failed.TryGetValue(name, out var failure) ? failure.Delay * 2 : first;
        if (delay > longest) delay = longest;
        _failed[name] = (routines.Now + delay, delay);
        _retries.Add(routines.Now + delay);
    }
}

/// <summary>An operation while it runs.</summary>
internal sealed class Operation
{
    public bool HasFailed { get; set; }
}
