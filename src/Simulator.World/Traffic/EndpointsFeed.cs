namespace Simulator.World.Traffic;

/// <summary>The changes of endpoints in the order of their commits, until all who follow them have seen them.</summary>
internal sealed class EndpointsFeed
{
    private const int TrimAt = 1024;

    private readonly List<Entry> _entries = [];
    private readonly List<EndpointsView> _latest = [];
    private long _first;

    public readonly record struct Entry(TimeSpan At, ServiceTraffic Service, EndpointsView View);

    /// <summary>Position after the last entry.</summary>
    public long End => _first + _entries.Count;

    public Entry this[long position] => _entries[(int)(position - _first)];

    /// <summary>Somebody follows it; otherwise no entry need be made.</summary>
    public bool IsFollowed { get; set; }

    /// <summary>As committed last.</summary>
    public EndpointsView LatestOf(ServiceTraffic service) =>
        service.Index < _latest.Count ? _latest[service.Index] : EndpointsView.Empty;

    public void Add(in Entry entry)
    {
        _entries.Add(entry);
        while (_latest.Count <= entry.Service.Index) _latest.Add(EndpointsView.Empty);
        _latest[entry.Service.Index] = entry.View;
    }

    /// <summary>Forgets what everybody has seen.</summary>
    public void Trim(IReadOnlyList<Follower> followers)
    {
        if (_entries.Count < TrimAt) return;
        var seen = End;
        foreach (var follower in followers)
        {
            if (follower.Feed == this) seen = Math.Min(seen, follower.Position);
        }

        _entries.RemoveRange(0, (int)(seen - _first));
        _first = seen;
    }
}
