using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Ownership;

/// <summary>
/// Expectations of jobs and daemon sets: numbers only, so that one deletion that is seen twice counts twice (ControllerExpectations in
/// controller_utils.go of 1.3.10).
/// </summary>
public sealed class CountedExpectations(TimeSpan timeout) : IExpectations
{
    private readonly Dictionary<ObjectKey, Entry> _entries = [];

    public bool AreMet(ObjectKey owner, Instant now) =>
        !_entries.TryGetValue(owner, out var entry) || entry is { Creations: <= 0, Deletions: <= 0 } || now - entry.Since > timeout;

    public void Expect(ObjectKey owner, int creations, int deletions, Instant now) =>
        _entries[owner] = new Entry(now) { Creations = creations, Deletions = deletions };

    public void CreationObserved(ObjectKey owner)
    {
        if (_entries.TryGetValue(owner, out var entry)) entry.Creations--;
    }

    public void DeletionObserved(ObjectKey owner, ObjectKey pod)
    {
        if (_entries.TryGetValue(owner, out var entry)) entry.Deletions--;
    }

    public void Forget(ObjectKey owner) => _entries.Remove(owner);

    private sealed class Entry(Instant since)
    {
        public Instant Since => since;

        public int Creations { get; set; }

        public int Deletions { get; set; }
    }
}
