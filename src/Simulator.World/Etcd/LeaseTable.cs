using Simulator.Api;

namespace Simulator.World.Etcd;

/// <summary>Promises to delete keys unless their owner keeps saying that it lives (lease/lessor.go of etcd 3).</summary>
public sealed class LeaseTable<T>(MvccStore<T> store)
    where T : class
{
    private static readonly Comparer<(string Directory, ObjectKey Key)> KeyOrder =
        Comparer<(string Directory, ObjectKey Key)>.Create(static (left, right) =>
        string.CompareOrdinal(left.Directory, right.Directory) is var order and not 0 ? order : left.Key.CompareTo(right.Key));

    private readonly SortedDictionary<long, Lease> _leases = [];
    private long _granted;

    /// <summary>The next moment at which <see cref="Expire"/> would end a lease; null if there is none.</summary>
    public Instant? NextExpiry => _leases.Count == 0 ? null : _leases.Values.Min(lease => lease.Deadline);

    /// <summary>A new lease, alive until <paramref name="ttl"/> after its last <see cref="KeepAlive"/>.</summary>
    public long Grant(TimeSpan ttl, Instant now)
    {
        _leases.Add(++_granted, new Lease(ttl) { Deadline = now + ttl });
        return _granted;
    }

    public bool IsAlive(long id) => _leases.ContainsKey(id);

    /// <summary>False if the lease is gone.</summary>
    public bool KeepAlive(long id, Instant now)
    {
        if (!_leases.TryGetValue(id, out var lease)) return false;
        lease.Deadline = now + lease.Ttl;
        return true;
    }

    /// <summary>Ends a lease: all its keys go, under one revision.</summary>
    public bool Revoke(long id)
    {
        if (!_leases.Remove(id, out var lease)) return false;
        store.Commit([.. lease.Keys.Select(key => new Operation<T>(key.Directory, key.Key, null))]);
        return true;
    }

    /// <summary>Ends the leases whose time is over, oldest first.</summary>
    public void Expire(Instant now)
    {
        foreach (var id in _leases.Where(lease => lease.Value.Deadline <= now).Select(lease => lease.Key).ToList()) Revoke(id);
    }

    internal void Move(string directory, ObjectKey key, long from, long to)
    {
        if (to != 0 && !IsAlive(to)) throw new ArgumentException($"There is no lease {to}.", nameof(to));
        if (_leases.TryGetValue(from, out var old)) old.Keys.Remove((directory, key));
        if (to != 0) _leases[to].Keys.Add((directory, key));
    }

    private sealed class Lease(TimeSpan ttl)
    {
        public TimeSpan Ttl => ttl;

        public Instant Deadline { get; set; }

        public SortedSet<(string Directory, ObjectKey Key)> Keys { get; } = new(KeyOrder);
    }
}
