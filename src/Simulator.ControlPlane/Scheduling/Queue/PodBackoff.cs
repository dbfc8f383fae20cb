using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Queue;

/// <summary>How long a pod that could not be placed waits for its next try: 1 s doubling to 60 s (factory.go, podBackoff).</summary>
/// <remarks>
/// Quirk: an entry untouched for more than 60 s is dropped at the next failure of any pod, so the series starts anew after the 60 s step.
/// </remarks>
public sealed class PodBackoff
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Max = TimeSpan.FromSeconds(60);

    private readonly Dictionary<ObjectKey, Entry> _entries = [];
    private readonly Queue<(ObjectKey Pod, Instant Touched)> _touches = [];

    /// <summary>A pod failed: the time to wait before it is fetched again, or null if one wait is under way already.</summary>
    public TimeSpan? StartWait(ObjectKey pod, Instant now)
    {
        DropStale(now);
        if (!_entries.TryGetValue(pod, out var entry)) _entries.Add(pod, entry = new Entry());
        if (entry.IsWaiting) return null;
        var wait = entry.Next;
        entry.Next = wait * 2 > Max ? Max : wait * 2;
        entry.Touched = now;
        entry.IsWaiting = true;
        _touches.Enqueue((pod, now));
        return wait;
    }

    public void EndWait(ObjectKey pod)
    {
        if (_entries.TryGetValue(pod, out var entry)) entry.IsWaiting = false;
    }

    /// <summary>Touches stand in the order of their times, so only what is stale is looked at.</summary>
    private void DropStale(Instant now)
    {
        while (_touches.TryPeek(out var oldest) && now - oldest.Touched > Max)
        {
            _touches.Dequeue();
            if (_entries.TryGetValue(oldest.Pod, out var entry) && entry.Touched == oldest.Touched) _entries.Remove(oldest.Pod);
        }
    }

    private sealed class Entry
    {
        public TimeSpan Next { get; set; } = First;

        public Instant Touched { get; set; }

        public bool IsWaiting { get; set; }
    }
}
