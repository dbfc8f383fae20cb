using System.Runtime.InteropServices;
using Simulator.Api;

namespace Simulator.World.Etcd;

/// <summary>
/// A store with the semantics of etcd 3 (mvcc/kvstore.go): one revision counter over all keys, their history back to the last compaction.
/// </summary>
/// <remarks>
/// The log of changes is the history: a past state is the present one with later changes undone. Get and put are O(1), reads of the past
/// O(changes since), a list in key order O(n log n) after a change of its directory. Directories stand for key prefixes.
/// </remarks>
public sealed class MvccStore<T>
    where T : class
{
    private const int SmallLog = 1024;

    private readonly Dictionary<string, KeyDirectory<T>> _directories = new(StringComparer.Ordinal);
    private readonly List<Change<T>> _log = [];

    public MvccStore() => Leases = new LeaseTable<T>(this);

    /// <summary>Called after each change, in order; the changes of one transaction are all applied before the first call.</summary>
    public event Action<Change<T>>? Committed;

    /// <summary>Grows by one with every operation or transaction that changes anything.</summary>
    public long Revision { get; private set; }

    /// <summary>The oldest revision that can be read; watches can start after it.</summary>
    public long CompactRevision { get; private set; }

    public LeaseTable<T> Leases { get; }

    /// <summary>False: every write is compacted at once, as long as nobody can ask for the past.</summary>
    public bool KeepsHistory
    {
        get;
        set
        {
            field = value;
            if (!value) Compact(Revision);
        }
    } = true;

    public KeyValue<T>? Get(string directory, ObjectKey key) => In(directory).Entries.GetValueOrDefault(key);

    /// <summary>The values of a directory in key order. The list is not changed by later writes.</summary>
    public IReadOnlyList<T> Values(string directory) => In(directory).Values();

    /// <summary>All keys of a directory in key order.</summary>
    public IReadOnlyList<KeyValue<T>> Range(string directory) => In(directory).InOrder();

    /// <summary>A key as it was at a revision.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The revision is compacted or of the future.</exception>
    public KeyValue<T>? Get(string directory, ObjectKey key, long revision)
    {
        foreach (var change in ChangesFrom(Readable(revision) + 1))
        {
            if (change.Directory == directory && change.Key == key) return change.Before;
        }

        return Get(directory, key);
    }

    /// <summary>A directory as it was at a revision, in key order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The revision is compacted or of the future.</exception>
    public IReadOnlyList<KeyValue<T>> Range(string directory, long revision)
    {
        var then = new SortedDictionary<ObjectKey, KeyValue<T>>(In(directory).Entries);
        var later = ChangesFrom(Readable(revision) + 1);
        for (var i = later.Length - 1; i >= 0; i--)
        {
            if (later[i].Directory != directory) continue;
            if (later[i].Before is { } before) then[before.Key] = before;
            else then.Remove(later[i].Key);
        }

        return [.. then.Values];
    }

    /// <summary>Whether a watch may start at a revision: the changes from it on are still known.</summary>
    public bool CanWatchFrom(long revision) => revision > CompactRevision;

    /// <summary>What a watch that starts at a revision is told at once; valid until the next write.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The revision is compacted.</exception>
    public ReadOnlySpan<Change<T>> ChangesFrom(long revision)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(revision, CompactRevision);
        return CollectionsMarshal.AsSpan(_log)[IndexOf(revision)..];
    }

    public KeyValue<T> Put(string directory, ObjectKey key, T value, long lease = 0)
    {
        var change = Apply(directory, key, value, lease, ++Revision);
        Record(change);
        Committed?.Invoke(change);
        return change.Now!;
    }

    /// <summary>False, and no new revision, if there is no such key.</summary>
    public bool Delete(string directory, ObjectKey key)
    {
        if (Erase(directory, key, Revision + 1) is not { } change) return false;
        Revision++;
        Record(change);
        Committed?.Invoke(change);
        return true;
    }

    /// <summary>Does the operations of one branch, all under one revision. True if all comparisons held.</summary>
    public bool Commit(Transaction<T> transaction)
    {
        var holds = transaction.Compares.All(compare => compare.Holds(Get(compare.Directory, compare.Key)));
        Commit(holds ? transaction.Then : transaction.Else);
        return holds;
    }

    /// <summary>Forgets what was before a revision.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The revision is of the future.</exception>
    public void Compact(long revision)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(revision, Revision);
        if (revision <= CompactRevision) return;
        _log.RemoveRange(0, IndexOf(revision + 1));
        if (_log.Capacity > (4 * _log.Count) + SmallLog) _log.Capacity = _log.Count + SmallLog;
        CompactRevision = revision;
    }

    internal void Commit(IReadOnlyList<Operation<T>> operations)
    {
        var (revision, changes) = (Revision + 1, new List<Change<T>>());
        foreach (var operation in operations)
        {
            if (operation.Value is { } value) changes.Add(Apply(operation.Directory, operation.Key, value, operation.Lease, revision));
            else if (Erase(operation.Directory, operation.Key, revision) is { } erased) changes.Add(erased);
        }

        if (changes.Count > 0) Revision = revision;
        foreach (var change in changes) Record(change);
        foreach (var change in changes) Committed?.Invoke(change);
    }

    private Change<T> Apply(string directory, ObjectKey key, T value, long lease, long revision)
    {
        var into = In(directory);
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(into.Entries, key, out _);
        var before = entry;
        entry = new KeyValue<T>(key, value, before?.CreateRevision ?? revision, revision, (before?.Version ?? 0) + 1, lease);
        var now = entry;
        into.Changed();
        if (lease != 0 || before is { Lease: not 0 }) Leases.Move(directory, key, before?.Lease ?? 0, lease);
        return new Change<T>(directory, revision, now, before);
    }

    private Change<T>? Erase(string directory, ObjectKey key, long revision)
    {
        var from = In(directory);
        if (!from.Entries.Remove(key, out var before)) return null;
        from.Changed();
        if (before.Lease != 0) Leases.Move(directory, key, before.Lease, 0);
        return new Change<T>(directory, revision, null, before);
    }

    private void Record(in Change<T> change)
    {
        if (KeepsHistory) _log.Add(change);
        else CompactRevision = change.Revision;
    }

    private KeyDirectory<T> In(string name)
    {
        if (!_directories.TryGetValue(name, out var directory)) _directories.Add(name, directory = new KeyDirectory<T>());
        return directory;
    }

    private long Readable(long revision)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(revision, Revision);
        return revision;
    }

    /// <summary>Place in the log of the first change that is not older.</summary>
    private int IndexOf(long revision)
    {
        var (low, high) = (0, _log.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_log[middle].Revision < revision) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
