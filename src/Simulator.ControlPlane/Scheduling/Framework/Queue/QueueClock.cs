using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Scheduling.Framework.Queue;

/// <summary>When the queue's two periodic jobs come by next. A visit that would find nothing to do is left out.</summary>
/// <param name="start">When the process has started: the jobs tick from there.</param>
public sealed class QueueClock(PodQueue queue, Instant start)
{
    private readonly Instant _start = start;

    private Instant _seenBackoff = start;

    private Instant _seenUnschedulable = start;

    /// <summary>Null if there is nothing to wait for.</summary>
    public Instant? Next => Tick(queue.NextEndOfBackoff, QueueSettings.BackoffFlushPeriod, _seenBackoff)
        .OrEarlier(Tick(queue.NextEndOfPatience, QueueSettings.UnschedulableFlushPeriod, _seenUnschedulable));

    public void Visit(Instant now)
    {
        if (Tick(queue.NextEndOfBackoff, QueueSettings.BackoffFlushPeriod, _seenBackoff) <= now)
        {
            queue.FlushBackoff(_seenBackoff = LastTick(now, QueueSettings.BackoffFlushPeriod));
        }

        if (Tick(queue.NextEndOfPatience, QueueSettings.UnschedulableFlushPeriod, _seenUnschedulable) <= now)
        {
            queue.FlushUnschedulable(_seenUnschedulable = LastTick(now, QueueSettings.UnschedulableFlushPeriod));
        }
    }

    /// <summary>When a pod that waits comes to the front by itself; null for one that does not wait.</summary>
    public Instant? NextTry(ObjectKey pod) =>
        Tick(queue.EndOfBackoff(pod), QueueSettings.BackoffFlushPeriod, _start)
        ?? Tick(queue.EndOfPatience(pod), QueueSettings.UnschedulableFlushPeriod, _start);

    private Instant? Tick(Instant? due, TimeSpan period, Instant seen)
    {
        if (due is not { } moment) return null;
        var ticks = (Math.Max(moment.Ticks - _start.Ticks, 0) + period.Ticks - 1) / period.Ticks;
        var tick = _start + (ticks * period);
        return tick > seen ? tick : seen + period;
    }

    private Instant LastTick(Instant now, TimeSpan period) => _start + ((now - _start).Ticks / period.Ticks * period);
}
