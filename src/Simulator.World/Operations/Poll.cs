using Simulator.Engine;

namespace Simulator.World.Operations;

/// <summary>How often something is looked at, and when one gives up.</summary>
internal sealed record Patience(TimeSpan Interval, TimeSpan Timeout)
{
    /// <summary>Of scaling and reaping: every second for five minutes (Interval and Timeout in pkg/kubectl/stop.go).</summary>
    public static readonly Patience Usual = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
}

/// <summary>
/// Waits until something holds: looks after each interval, first after one, and once more at the end (wait.Poll in pkg/util/wait).
/// </summary>
internal sealed class Poll(Kubectl kubectl, Outcome outcome)
{
    public const string TimedOut = "error: timed out waiting for the condition";

    private bool _isMet;

    /// <summary>What was waited for holds.</summary>
    public void Met() => _isMet = true;

    /// <param name="look">Looks once; a failure that it gives to the outcome ends the wait.</param>
    public IEnumerable<Event> Until(Patience patience, Func<IEnumerable<Event>> look)
    {
        var began = kubectl.Now;
        var end = began + patience.Timeout;
        while (true)
        {
            // A tick that comes while it still looks is lost.
            var ticks = ((kubectl.Now - began).Ticks / patience.Interval.Ticks) + 1;
            var next = began + (patience.Interval * ticks);
            var isLast = next >= end;
            yield return kubectl.Until(isLast ? end : next);
            foreach (var step in look()) yield return step;
            if (_isMet || !outcome.IsOk) yield break;
            if (!isLast) continue;
            outcome.Fail(TimedOut);
            yield break;
        }
    }
}
