using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.ControlPlane.Federation.Clusters;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Federation.ReplicaSets;

/// <summary>
/// Federated ReplicaSets as 1.4 has them (federation/pkg/federation-controller/replicaset of 1.4.0): spread by weight over the clusters
/// that are ready, and spread anew when one is lost, comes back, or has no room.
/// </summary>
public sealed class ReplicaSetController : IFederationLoop
{
    /// <summary>After a change of a set, here or in a cluster (replicaSetReviewDelay).</summary>
    private static readonly TimeSpan SetDelay = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan AvailableDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan UnavailableDelay = TimeSpan.FromSeconds(60);

    /// <summary>After a change of any pod of any cluster (allReplicaSetReviewDelay).</summary>
    private static readonly TimeSpan PodDelay = TimeSpan.FromMinutes(2);

    /// <summary>All sets are looked at under this key.</summary>
    private static readonly ObjectKey AllSets = new("", "THE_ALL_CLUSTER_KEY");

    private readonly RoutineSet _routines = new();
    private readonly SortedDictionary<ObjectKey, ReplicaSet> _sets = [];
    private readonly SortedDictionary<string, Cluster> _clusters = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, MemberReplicas> _members = new(StringComparer.Ordinal);
    private readonly FirstDue _due = new();
    private readonly FirstDue _review = new();
    private readonly WorkQueue _queue = new();
    private readonly Backoff _backoff = new(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));
    private readonly ReplicaSetSync _sync;
    private readonly Workers _workers;

    public ReplicaSetController(FederationOptions options)
    {
        _sync = new ReplicaSetSync(_routines, _sets, () => _members);
        _workers = new Workers(options.ConcurrentReplicaSetSyncs, _queue, _routines, Sync);
    }

    public string Name => "replicaset-controller";

    public IReadOnlyList<string> Watches { get; } = ["Cluster", "ReplicaSet"];

    public IReadOnlyList<string> MemberWatches { get; } = ["ReplicaSet", "Pod"];

    public Instant? NextWake => _due.Next.OrEarlier(_review.Next);

    /// <summary>The process has been there for long, and all is as it wants it.</summary>
    public void Know(ReplicaSet set) => _sets[set.Key] = set;

    public void Know(Cluster cluster, IEnumerable<ApiObject> objects)
    {
        _clusters.Add(cluster.Name, cluster);
        if (!ClusterConditions.AreReady(cluster)) return;
        Open(cluster.Name);
        foreach (var value in objects) _members[cluster.Name].See(value, isGone: false);
        _members[cluster.Name].IsListed = true;
    }

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _routines.Now = now;
        var isGone = watchEvent.Type == WatchEventType.Deleted;
        if (watchEvent.Object is Cluster cluster) See(cluster, isGone);
        else See((ReplicaSet)watchEvent.Object, isGone);
    }

    public void DeliverFrom(string member, in WatchEvent watchEvent, Instant now)
    {
        _routines.Now = now;
        if (!_members.TryGetValue(member, out var found)) return;
        found.See(watchEvent.Object, watchEvent.Type == WatchEventType.Deleted);
        if (watchEvent.Object is Pod) _review.Add(AllSets, now + PodDelay);
        else if (_sets.ContainsKey(watchEvent.Object.Key)) Look(watchEvent.Object.Key, SetDelay);
    }

    public void HasListed(string member, Instant now)
    {
        if (_members.TryGetValue(member, out var found)) found.IsListed = true;
    }

    public void Complete(in ApiResponse response, Instant now)
    {
        _routines.Now = now;
        _routines.Complete(response);
        _workers.Run();
    }

    public void Wake(Instant now)
    {
        _routines.Now = now;
        while (_review.TryTake(now, out _)) Review();
        while (_due.TryTake(now, out var key)) _queue.Add(key);
        _workers.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => _routines.TakeRequests(into);

    private void See(ReplicaSet set, bool isGone)
    {
        var before = _sets.GetValueOrDefault(set.Key);
        if (isGone) _sets.Remove(set.Key);
        else _sets[set.Key] = set;
        if (isGone || before is null || !IsSame(before, set)) Look(set.Key, SetDelay);
    }

    private void See(Cluster cluster, bool isGone)
    {
        var before = _clusters.GetValueOrDefault(cluster.Name);
        if (isGone) _clusters.Remove(cluster.Name);
        else _clusters[cluster.Name] = cluster;
        var (was, isReady) = (before is not null && ClusterConditions.AreReady(before), !isGone && ClusterConditions.AreReady(cluster));
        if (was == isReady) return;
        if (isReady)
        {
            Open(cluster.Name);
            _review.Add(AllSets, _routines.Now + AvailableDelay);
        }
        else
        {
            _members.Remove(cluster.Name);
            _routines.Tell(new ForgetMemberRequest(cluster.Name));
            _review.Add(AllSets, _routines.Now + UnavailableDelay);
        }
    }

    private void Open(string cluster)
    {
        _members[cluster] = new MemberReplicas();
        _routines.Tell(new WatchMemberRequest(cluster));
    }

    private void Review()
    {
        if (_members.Values.Any(member => !member.IsListed)) _review.Add(AllSets, _routines.Now + AvailableDelay);
        foreach (var key in _sets.Keys) Look(key, TimeSpan.Zero);
    }

    private void Look(ObjectKey key, TimeSpan delay)
    {
        _backoff.Reset(key.ToString());
        _due.Add(key, _routines.Now + delay);
    }

    private void LookAfterFailure(ObjectKey key)
    {
        var name = key.ToString();
        _backoff.Next(name, _routines.Now, _routines.Now);
        _due.Add(key, _routines.Now + _backoff.Get(name));
    }

    private IEnumerator<Wait> Sync(ObjectKey key)
    {
        var status = SetStatus.AllOk;
        foreach (var wait in _sync.Run(key, ended => status = ended)) yield return wait;
        switch (status)
        {
            case SetStatus.NeedsRecheck: Look(key, SetDelay); break;
            case SetStatus.NotSynced: Look(key, AvailableDelay); break;
            case SetStatus.Error: LookAfterFailure(key); break;
        }
    }

    /// <summary>Metadata and spec; a change of the status is none.</summary>
    private static bool IsSame(ReplicaSet before, ReplicaSet now) =>
        before.Replicas == now.Replicas && TemplateHash.AreEqual(before.Template, now.Template)
        && before.Metadata.Labels.SameAs(now.Metadata.Labels) && before.Metadata.Annotations.SameAs(now.Metadata.Annotations);
}
