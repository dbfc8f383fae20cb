using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Deployments, ReplicaSets and pods as the watches have shown them, and who belongs to whom: by labels alone in 1.3.</summary>
/// <remarks>Relations are remembered until a deployment or ReplicaSet comes, goes or changes labels: an event costs one look-up.</remarks>
internal sealed class DeploymentCache
{
    private readonly PodIndex<OwnedPods<Deployment>> _deployments = new();
    private readonly PodIndex<OwnedPods<ReplicaSet>> _sets = new();
    private readonly Dictionary<ObjectKey, List<OwnedPods<ReplicaSet>>> _setsOf = [];
    private readonly Dictionary<ObjectKey, OwnedPods<Deployment>?> _deploymentOf = [];

    public IEnumerable<OwnedPods<Deployment>> Deployments => _deployments.AllOwners();

    public bool TryGet(ObjectKey key, out OwnedPods<Deployment>? deployment) => _deployments.TryGetOwner(key, out deployment);

    public void Observe(WatchEventType type, Deployment deployment)
    {
        if (Observe(_deployments, type, deployment)) Forget();
    }

    /// <summary>Queues the deployment that the ReplicaSet belongs to, and the one it belonged to.</summary>
    public void Observe(in WatchEvent change, WorkQueue queue)
    {
        var set = (ReplicaSet)change.Object;
        if (change.Previous is ReplicaSet previous && !previous.Metadata.Labels.SameAs(set.Metadata.Labels))
        {
            if (DeploymentOf(previous) is { } former) queue.Add(former.Key);
            Forget();
        }

        if (change.Type == WatchEventType.Deleted) Enqueue(set, queue);
        if (Observe(_sets, change.Type, set)) Forget();
        if (change.Type != WatchEventType.Deleted) Enqueue(set, queue);
    }

    /// <summary>Queues the deployment of the first ReplicaSet that selects the pod and has one.</summary>
    public void ObservePod(in WatchEvent change, WorkQueue queue)
    {
        _deployments.Apply(change);
        var pods = _sets.Apply(change);
        EnqueueOwner(pods, queue);
        if (change.Previous is Pod previous && !previous.Metadata.Labels.SameAs(pods.Labels)) EnqueueOwner(_sets.ClassOf(previous), queue);
    }

    /// <summary>The ReplicaSets whose labels the deployment selects, in name order.</summary>
    public List<OwnedPods<ReplicaSet>> SetsOf(OwnedPods<Deployment> deployment)
    {
        if (_setsOf.TryGetValue(deployment.Key, out var known)) return known;
        var sets = _sets.AllOwners().FindAll(set => set.Key.Namespace == deployment.Key.Namespace && deployment.Selects(set.Value.Metadata.Labels));
        _setsOf.Add(deployment.Key, sets);
        return sets;
    }

    /// <summary>The same instance for the same ReplicaSet, so that the server finds again what it matches.</summary>
    public PodSelector SelectorOf(ReplicaSet set) =>
        _sets.TryGetOwner(set.Key, out var known) && known!.Selector.SameAs(set.Selector) ? known.Selector : new PodSelector(set.Selector);

    private void Enqueue(ReplicaSet set, WorkQueue queue)
    {
        if (DeploymentOf(set) is { } deployment) queue.Add(deployment.Key);
    }

    private void EnqueueOwner(PodClass<OwnedPods<ReplicaSet>> pods, WorkQueue queue)
    {
        foreach (var set in pods.Owners)
        {
            if (DeploymentOf(set.Value) is not { } deployment) continue;
            queue.Add(deployment.Key);
            return;
        }
    }

    /// <summary>Of several that select it the first by name; a random one in the original.</summary>
    private OwnedPods<Deployment>? DeploymentOf(ReplicaSet set)
    {
        if (_deploymentOf.TryGetValue(set.Key, out var known)) return known;
        var found = _deployments.AllOwners().Find(deployment => deployment.Key.Namespace == set.Namespace && deployment.Selects(set.Metadata.Labels));
        _deploymentOf.Add(set.Key, found);
        return found;
    }

    private void Forget()
    {
        _setsOf.Clear();
        _deploymentOf.Clear();
    }

    /// <summary>True if relations may have changed.</summary>
    private static bool Observe<T>(PodIndex<OwnedPods<T>> index, WatchEventType type, T value)
        where T : ApiObject, IPodOwner
    {
        if (!index.TryGetOwner(value.Key, out var entry))
        {
            if (type != WatchEventType.Deleted) index.Add(new OwnedPods<T>(value));
            return true;
        }

        if (type == WatchEventType.Deleted) index.Remove(entry!);
        else if (entry!.Replace(value)) index.Relink(entry);
        else return false;
        return true;
    }
}
