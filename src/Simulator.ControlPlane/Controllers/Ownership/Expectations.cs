using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Ownership;

/// <summary>
/// What a controller has done and its watch has not shown yet: until it has, or five minutes are over, the count of pods is not to
/// be trusted (ControllerExpectations and UIDTrackingControllerExpectations in controller_utils.go of 1.3.10).
/// </summary>
public sealed class Expectations(TimeSpan timeout) : IExpectations
{
    private readonly Dictionary<ObjectKey, Entry> _entries = [];

    public bool AreMet(ObjectKey owner, Instant now) =>
        !_entries.TryGetValue(owner, out var entry)
        || (entry.Creations <= 0 && entry.Deletions.Count == 0)
        || now - entry.Since > timeout;

    public void ExpectCreations(ObjectKey owner, int count, Instant now) => _entries[owner] = new Entry(now) { Creations = count };

    public void ExpectDeletions(ObjectKey owner, ReadOnlySpan<Pod> pods, Instant now)
    {
        var entry = new Entry(now);
        foreach (var pod in pods) entry.Deletions.Add(pod.Key);
        _entries[owner] = entry;
    }

    public void CreationObserved(ObjectKey owner)
    {
        if (_entries.TryGetValue(owner, out var entry)) entry.Creations--;
    }

    /// <summary>A pod's deletion may be seen several times (marked, changed, gone) and counts once.</summary>
    public void DeletionObserved(ObjectKey owner, ObjectKey pod)
    {
        if (_entries.TryGetValue(owner, out var entry)) entry.Deletions.Remove(pod);
    }

    /// <summary>Creations that the watch has not shown yet; below zero if it has shown more.</summary>
    public int PendingCreations(ObjectKey owner) => _entries.TryGetValue(owner, out var entry) ? entry.Creations : 0;

    /// <summary>Deletions that the watch has not shown yet.</summary>
    public int PendingDeletions(ObjectKey owner) => _entries.TryGetValue(owner, out var entry) ? entry.Deletions.Count : 0;

    public void Forget(ObjectKey owner) => _entries.Remove(owner);

    private sealed class Entry(Instant since)
    {
        public Instant Since => since;

        public int Creations { get; set; }

        public HashSet<ObjectKey> Deletions { get; } = [];
    }
}
