using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling;

/// <summary>All that a decision looks at: the cache and the plain stores that the scheduler's watches fill.</summary>
public sealed class ClusterState : IDecisionMemory
{
    private readonly SortedDictionary<ObjectKey, Service> _services = [];
    private readonly SortedDictionary<ObjectKey, ReplicationController> _controllers = [];
    private readonly SortedDictionary<ObjectKey, ReplicaSet> _replicaSets = [];
    private readonly Dictionary<ObjectKey, PersistentVolumeClaim> _claims = [];
    private readonly Dictionary<string, PersistentVolume> _volumes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<ObjectKey>> _claimsOf = new(StringComparer.Ordinal);

    public SchedulerCache Cache { get; } = new();

    /// <summary>What decides whom pods are spread against.</summary>
    public OwnerSelectors Selectors { get; } = new();

    /// <summary>Grows with every change of a claim or volume.</summary>
    public long StorageVersion { get; private set; }

    /// <summary>What comes first where the real scheduler takes the first of a map; null = by name.</summary>
    public DecisionOrder? Order { get; init; }

    /// <summary>Counts the decisions: each finds the maps in another order.</summary>
    public ulong Decisions { get; set; }

    /// <summary>Decisions that chose a node: picks among equals.</summary>
    public ulong Selections { get; set; }

    public DecisionMark Mark
    {
        get => new(Decisions, Selections, NextStart: 0, Throws: 0);
        set => (Decisions, Selections) = (value.Decisions, value.Selections);
    }

    /// <summary>In key order.</summary>
    public IEnumerable<Service> Services => _services.Values;

    public IEnumerable<ReplicationController> ReplicationControllers => _controllers.Values;

    public IEnumerable<ReplicaSet> ReplicaSets => _replicaSets.Values;

    public PersistentVolumeClaim? Claim(string podNamespace, string name) => _claims.GetValueOrDefault(new ObjectKey(podNamespace, name));

    public PersistentVolume? Volume(string name) => _volumes.GetValueOrDefault(name);

    /// <summary>Adds or replaces.</summary>
    public void Set(Service service)
    {
        var old = _services.GetValueOrDefault(service.Key);
        if (old is null || !SameSelector(old.Selector, service.Selector))
        {
            Selectors.Set(SelectorKinds.Services, service.Key, OwnerSelector.Of(service));
        }

        _services[service.Key] = service;
    }

    /// <inheritdoc cref="Set(Service)"/>
    public void Set(ReplicationController controller)
    {
        var old = _controllers.GetValueOrDefault(controller.Key);
        if (old is null || !SameSelector(old.Selector, controller.Selector))
        {
            Selectors.Set(SelectorKinds.ReplicationControllers, controller.Key, OwnerSelector.Of(controller));
        }

        _controllers[controller.Key] = controller;
    }

    /// <inheritdoc cref="Set(Service)"/>
    public void Set(ReplicaSet replicaSet)
    {
        var old = _replicaSets.GetValueOrDefault(replicaSet.Key);
        if (old is null || !ReferenceEquals(old.Selector, replicaSet.Selector))
        {
            Selectors.Set(SelectorKinds.ReplicaSets, replicaSet.Key, OwnerSelector.Of(replicaSet));
        }

        _replicaSets[replicaSet.Key] = replicaSet;
    }

    /// <inheritdoc cref="Set(Service)"/>
    public void Set(PersistentVolumeClaim claim)
    {
        StorageVersion++;
        var old = _claims.GetValueOrDefault(claim.Key);
        _claims[claim.Key] = claim;
        if (old?.VolumeName == claim.VolumeName) return;
        if (old is not null) Unbind(old);
        if (!_claimsOf.TryGetValue(claim.VolumeName, out var claims)) _claimsOf.Add(claim.VolumeName, claims = []);
        claims.Add(claim.Key);
        TouchUsers(claim.Key);
    }

    /// <inheritdoc cref="Set(Service)"/>
    public void Set(PersistentVolume volume)
    {
        StorageVersion++;
        var isAsBefore = _volumes.TryGetValue(volume.Name, out var old) && HaveSameSource(old, volume);
        _volumes[volume.Name] = volume;
        if (!isAsBefore) TouchUsersOfVolume(volume.Name);
    }

    public void RemoveService(ObjectKey key)
    {
        if (_services.Remove(key)) Selectors.Set(SelectorKinds.Services, key, null);
    }

    public void RemoveReplicationController(ObjectKey key)
    {
        if (_controllers.Remove(key)) Selectors.Set(SelectorKinds.ReplicationControllers, key, null);
    }

    public void RemoveReplicaSet(ObjectKey key)
    {
        if (_replicaSets.Remove(key)) Selectors.Set(SelectorKinds.ReplicaSets, key, null);
    }

    public void RemoveClaim(ObjectKey key)
    {
        StorageVersion++;
        if (!_claims.Remove(key, out var claim)) return;
        Unbind(claim);
        TouchUsers(key);
    }

    public void RemoveVolume(string name)
    {
        StorageVersion++;
        if (_volumes.Remove(name)) TouchUsersOfVolume(name);
    }

    /// <summary>The services that select a pod, in name order.</summary>
    public IEnumerable<Service> ServicesOf(Pod pod) =>
        _services.Values.Where(service => service.Namespace == pod.Namespace && service.Selector?.IsSubsetOf(pod.Metadata.Labels) == true);

    /// <summary>The one that the real scheduler happens to look at ("just use the first service").</summary>
    /// <param name="looker">The node that is checked; "" where it is looked for once a decision.</param>
    public Service? FirstServiceOf(Pod pod, string looker) => Order is null
        ? ServicesOf(pod).FirstOrDefault()
        : ServicesOf(pod).MinBy(service => Order.RankOf(service.Name, Decisions, looker));

    private void Unbind(PersistentVolumeClaim claim)
    {
        var claims = _claimsOf[claim.VolumeName];
        claims.Remove(claim.Key);
        if (claims.Count == 0) _claimsOf.Remove(claim.VolumeName);
    }

    private void TouchUsersOfVolume(string name)
    {
        foreach (var claim in _claimsOf.GetValueOrDefault(name) ?? []) TouchUsers(claim);
    }

    /// <summary>What a node's pods have attached is counted once for each of its versions.</summary>
    private void TouchUsers(ObjectKey claim)
    {
        if (Cache.Index.Claims.Find(claim) is { } nodes) Cache.Touch(nodes);
    }

    private static bool HaveSameSource(PersistentVolume old, PersistentVolume now) =>
        old.GcePersistentDisk == now.GcePersistentDisk && old.AwsElasticBlockStore == now.AwsElasticBlockStore;

    private static bool SameSelector(LabelSet? left, LabelSet? right) => left is null || right is null ? left == right : left.SameAs(right);
}
