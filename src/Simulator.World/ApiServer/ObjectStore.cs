using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Etcd;

namespace Simulator.World.ApiServer;

/// <summary>
/// All objects under one revision counter: the typed face of an <see cref="MvccStore{T}"/>. Hands out the stored instances: they are
/// immutable.
/// </summary>
/// <remarks>Reads and writes are O(1) but for lists, which are in key order: O(n log n) after a change of the set, else O(n).</remarks>
public sealed class ObjectStore : IStoredObjects
{
    // History that nobody can ask for costs 27 MB and 5 % of the time of scenarios/zone-outage.yaml: it is kept for watches that are
    // closed.
    private readonly MvccStore<ApiObject> _etcd = new() { KeepsHistory = false };
    private readonly PodsByNode _podsByNode = new();
    private int _historyReaders;

    public ObjectStore() => _etcd.Committed += OnCommitted;

    /// <summary>Called after each commit, in commit order.</summary>
    public event Action<WatchEvent>? Committed;

    /// <summary>Called before history up to a revision is forgotten.</summary>
    public event Action<long>? Compacting;

    /// <summary>Grows by one with every write.</summary>
    public long Revision => _etcd.Revision;

    /// <summary>Watches can go on from here or later.</summary>
    public long CompactRevision => _etcd.CompactRevision;

    public T? Find<T>(string kind, ObjectKey key)
        where T : ApiObject => Find(kind, key) as T;

    public ApiObject? Find(string kind, ObjectKey key) => _etcd.Get(kind, key)?.Value;

    /// <summary>All objects of a kind in key order. The list is not changed by later writes.</summary>
    public IReadOnlyList<ApiObject> List(string kind)
    {
        var values = _etcd.Values(kind);
        ListedCount += values.Count;
        return values;
    }

    /// <summary>Objects that lists of a whole kind have handed out so far: work that grows with the cluster.</summary>
    public long ListedCount { get; private set; }

    /// <summary>The objects of a kind as they were at a revision, in key order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The revision is compacted or of the future.</exception>
    public IEnumerable<ApiObject> List(string kind, long revision) => _etcd.Range(kind, revision).Select(entry => entry.Value);

    /// <summary>The objects of a kind in one namespace, in key order; of all for "".</summary>
    public IReadOnlyList<ApiObject> List(string kind, string home)
    {
        var all = List(kind);
        if (home.Length == 0) return all;
        var (first, end) = (FirstAtOrAfter(all, home), FirstAtOrAfter(all, home + "\0"));
        return first == 0 && end == all.Count ? all : [.. all.Skip(first).Take(end - first)];
    }

    /// <summary>The pods bound to a node, in key order.</summary>
    public IReadOnlyList<ApiObject> PodsOn(string node) => _podsByNode.On(node);

    public int PodCountOn(string node) => _podsByNode.CountOn(node);

    /// <summary>Stores a new object or a new version under the next revision and returns it as stored.</summary>
    public ApiObject Put(ApiObject value)
    {
        var next = _etcd.Revision + 1;

        // Who makes an object just before knows its revision: it is not copied once more.
        var isMadeForNow = value.Metadata.ResourceVersion == next;
        var stored = isMadeForNow ? value : value with { Metadata = value.Metadata with { ResourceVersion = next } };
        return _etcd.Put(stored.Kind, stored.Key, stored).Value;
    }

    public void Remove(ApiObject stored) => _etcd.Delete(stored.Kind, stored.Key);

    /// <summary>From now on, and until <see cref="EndHistory"/> or a compaction, changes are kept for who will ask for them.</summary>
    public void BeginHistory()
    {
        if (_historyReaders++ == 0) _etcd.KeepsHistory = true;
    }

    public void EndHistory()
    {
        if (--_historyReaders == 0) _etcd.KeepsHistory = false;
    }

    /// <summary>The changes after a revision, oldest first; null if they are compacted.</summary>
    public List<WatchEvent>? ChangesAfter(long revision, IReadOnlySet<string> kinds)
    {
        if (!_etcd.CanWatchFrom(revision + 1)) return null;
        var changes = new List<WatchEvent>();
        foreach (var change in _etcd.ChangesFrom(revision + 1))
        {
            if (kinds.Contains(change.Directory)) changes.Add(EventOf(change));
        }

        return changes;
    }

    /// <summary>Forgets what was before a revision.</summary>
    public void Compact(long revision)
    {
        if (revision <= CompactRevision) return;
        Compacting?.Invoke(revision);
        _etcd.Compact(revision);
    }

    private void OnCommitted(Change<ApiObject> change)
    {
        if ((change.Now ?? change.Before)!.Value is Pod) _podsByNode.Change(change.Before?.Value as Pod, change.Now?.Value as Pod);
        Committed?.Invoke(EventOf(change));
    }

    private static WatchEvent EventOf(in Change<ApiObject> change) => change switch
    {
        { Now: null } => new WatchEvent(WatchEventType.Deleted, change.Before!.Value, change.Before.Value),
        { Before: null } => new WatchEvent(WatchEventType.Added, change.Now.Value, null),
        _ => new WatchEvent(WatchEventType.Modified, change.Now.Value, change.Before.Value),
    };

    private static int FirstAtOrAfter(IReadOnlyList<ApiObject> inOrder, string home)
    {
        var (low, high) = (0, inOrder.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(inOrder[middle].Namespace, home) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
