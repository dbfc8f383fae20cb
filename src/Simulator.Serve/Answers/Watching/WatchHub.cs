using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Watching;

/// <summary>
/// All open watches of a store, by what they are about: a change is told to those alone that can be concerned, however many are idle.
/// </summary>
internal sealed class WatchHub
{
    private readonly Dictionary<(string Resource, string? Home, string? Name), List<WatchedFrames>> _watches = [];

    public WatchHub(IDocumentStore store) => store.Changed += Tell;

    public FrameMemo Memo { get; } = new();

    public void Add(WatchedFrames watch)
    {
        if (!_watches.TryGetValue(watch.About, out var watches)) _watches.Add(watch.About, watches = []);
        watches.Add(watch);
    }

    public void Remove(WatchedFrames watch)
    {
        if (!_watches.TryGetValue(watch.About, out var watches)) return;
        watches.Remove(watch);
        if (watches.Count == 0) _watches.Remove(watch.About);
    }

    private void Tell(DocumentChange change)
    {
        if (_watches.Count == 0) return;
        var (resource, home, name) = change.Key;
        Tell((resource, null, null), change);
        Tell((resource, null, name), change);
        if (home.Length == 0) return;
        Tell((resource, home, null), change);
        Tell((resource, home, name), change);
    }

    private void Tell((string Resource, string? Home, string? Name) about, in DocumentChange change)
    {
        if (!_watches.TryGetValue(about, out var watches)) return;
        for (var i = 0; i < watches.Count; i++) watches[i].Tell(change);
    }
}
