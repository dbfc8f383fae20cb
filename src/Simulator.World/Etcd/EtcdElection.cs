using System.Globalization;
using Simulator.Api;

namespace Simulator.World.Etcd;

/// <summary>
/// An election as etcd's concurrency package holds it (clientv3/concurrency/election.go): the oldest living key of a directory leads.
/// </summary>
/// <remarks>A lock (mutex.go) is the same without values: <see cref="EtcdLock"/>.</remarks>
public sealed class EtcdElection(MvccStore<string> store, string directory)
{
    /// <summary>The key with the lowest create revision; null if nobody stands.</summary>
    public KeyValue<string>? Leader => store.Range(directory).MinBy(candidate => candidate.CreateRevision);

    /// <summary>Stands for election, once a lease. True if it leads; otherwise it will when all who came before are gone.</summary>
    public bool Campaign(long lease, string value)
    {
        var key = KeyOf(lease);
        store.Commit(new Transaction<string>
        {
            Compares = [Compare<string>.CreateRevision(directory, key, 0)],
            Then = [new Operation<string>(directory, key, value, lease)],
        });
        return IsLeader(lease);
    }

    public bool IsLeader(long lease) => Leader?.Lease == lease;

    /// <summary>The leader's new value; false if it does not lead any more.</summary>
    public bool Proclaim(long lease, string value)
    {
        if (!IsLeader(lease)) return false;
        var key = KeyOf(lease);
        return store.Commit(new Transaction<string>
        {
            Compares = [Compare<string>.CreateRevision(directory, key, Leader!.CreateRevision)],
            Then = [new Operation<string>(directory, key, value, lease)],
        });
    }

    /// <summary>Steps down or gives up waiting.</summary>
    public void Resign(long lease) => store.Delete(directory, KeyOf(lease));

    private static ObjectKey KeyOf(long lease) => new("", lease.ToString("x16", CultureInfo.InvariantCulture));
}

/// <summary>A lock: who holds the oldest key holds it (clientv3/concurrency/mutex.go).</summary>
public sealed class EtcdLock(MvccStore<string> store, string directory)
{
    private readonly EtcdElection _holders = new(store, directory);

    /// <summary>The lease that holds it; 0 = nobody.</summary>
    public long Holder => _holders.Leader?.Lease ?? 0;

    /// <summary>Asks for the lock and queues behind those who asked before. True if it is held now.</summary>
    public bool Lock(long lease) => _holders.Campaign(lease, "");

    public void Unlock(long lease) => _holders.Resign(lease);
}
