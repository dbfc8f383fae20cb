using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Throttling;

/// <summary>Delays by key that double with every failure: flowcontrol.Backoff (pkg/util/flowcontrol/backoff.go of 1.3.10).</summary>
/// <remarks>The kubelet keeps one for container restarts and one for image pulls.</remarks>
public sealed class Backoff(TimeSpan initial, TimeSpan max)
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>The current delay; zero without an entry.</summary>
    public TimeSpan Get(string key) => _entries.TryGetValue(key, out var entry) ? entry.Delay : TimeSpan.Zero;

    /// <summary>Records a failure: the delay doubles, or starts anew if the event came long after the last failure.</summary>
    public void Next(string key, Instant eventTime, Instant now)
    {
        var delay = _entries.TryGetValue(key, out var entry) && !HasExpired(entry, eventTime)
            ? TimeSpan.FromTicks(Math.Min(entry.Delay.Ticks * 2, max.Ticks))
            : initial;
        _entries[key] = new Entry(delay, now);
    }

    /// <summary>True while less than the delay has passed since the event (the container's end).</summary>
    public bool IsInBackOffSince(string key, Instant eventTime, Instant now) =>
        _entries.TryGetValue(key, out var entry) && !HasExpired(entry, eventTime) && now - eventTime < entry.Delay;

    /// <summary>True if the event comes less than the delay after the last failure (of the image pull).</summary>
    public bool IsInBackOffSinceUpdate(string key, Instant eventTime) =>
        _entries.TryGetValue(key, out var entry) && !HasExpired(entry, eventTime) && eventTime - entry.LastUpdate < entry.Delay;

    /// <summary>Forgets entries whose last failure is more than twice the longest delay ago.</summary>
    public void GC(Instant now)
    {
        foreach (var (key, entry) in _entries)
        {
            if (now - entry.LastUpdate > max * 2) _entries.Remove(key);
        }
    }

    public void Reset(string key) => _entries.Remove(key);

    private bool HasExpired(Entry entry, Instant eventTime) => eventTime - entry.LastUpdate > max * 2;

    private readonly record struct Entry(TimeSpan Delay, Instant LastUpdate);
}
