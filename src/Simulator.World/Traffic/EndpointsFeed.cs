using Simulator.Api;

namespace Simulator.World.Traffic;

/// <summary>The changes of endpoints in the order of their commits, until all who follow them have seen them.</summary>
internal sealed class EndpointsFeed
{
    private const int TrimAt = 1024;

    private readonly List<Entry> _entries = [];
    private long _first;

    public readonly record struct Entry(TimeSpan At, ServiceTraffic Service, EndpointsView View);

    /// <summary>Position after the last entry.</summary>
    public long End => _first + _entries.Count;

    public Entry this[long position] => _entries[(int)(position - _first)];

    public void Add(in Entry entry) => _entries.Add(entry);

    public static int ReadyIn(Endpoints endpoints)
    {
        var ready = 0;
        foreach (var subset in endpoints.Subsets) ready += subset.Addresses.Count;
        return ready;
    }

    /// <summary>Forgets what everybody has seen.</summary>
    public void Trim(IReadOnlyList<Follower> followers)
    {
        if (_entries.Count < TrimAt) return;
        var seen = End;
        foreach (var follower in followers) seen = Math.Min(seen, follower.Position);
        _entries.RemoveRange(0, (int)(seen - _first));
        _first = seen;
    }
}
