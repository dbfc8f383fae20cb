using Simulator.Serve.Documents;

namespace Simulator.Serve.Clusters;

/// <summary>The changes that a watch can still go on from; older ones are forgotten.</summary>
internal sealed class ChangeLog
{
    /// <summary>Kept at least; a multiple of what etcd 2 keeps (1,000), for simulated time can run fast.</summary>
    private const int Kept = 50_000;

    private readonly List<DocumentChange> _changes = [];
    private long _forgotten;

    public void Add(in DocumentChange change)
    {
        _changes.Add(change);
        if (_changes.Count < 2 * Kept) return;
        _forgotten = _changes[Kept - 1].Version;
        _changes.RemoveRange(0, Kept);
    }

    /// <summary>What was before is not told to anybody.</summary>
    public void BeginAt(long version)
    {
        _changes.Clear();
        _forgotten = version;
    }

    /// <summary>Null: they are forgotten.</summary>
    public IReadOnlyList<DocumentChange>? After(long version)
    {
        if (version < _forgotten) return null;
        var first = FirstAfter(version);
        return _changes.GetRange(first, _changes.Count - first);
    }

    private int FirstAfter(long version)
    {
        var (low, high) = (0, _changes.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_changes[middle].Version <= version) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
