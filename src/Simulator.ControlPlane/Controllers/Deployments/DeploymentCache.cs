using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>Deployments, ReplicaSets and pods as the watches have shown them, and who belongs to whom: by labels alone in 1.3.</summary>
/// <remarks>Relations are remembered until a deployment or ReplicaSet comes, goes or changes labels: an event costs one look-up.</remarks>
/// <param name="order">Which of several deployments a ReplicaSet or pod wakes (getDeploymentForReplicaSet, getDeploymentForPod in
/// deployment_controller.go).</param>
internal sealed class DeploymentCache(IMapOrder order)
{
    private readonly PodIndex<OwnedPods<Deployment>> _deployments = new(PodsKept.Counted);
    private readonly PodIndex<OwnedPods<ReplicaSet>> _sets = new(PodsKept.Counted);
    private readonly Dictionary<ObjectKey, List<OwnedPods<ReplicaSet>>> _setsOf = [];
    private readonly Dictionary<ObjectKey, List<OwnedPods<Deployment>>> _deploymentsOf = [];

    public IEnumerable<OwnedPods<Deployment>> Deployments => _deployments.AllOwners();

    public bool TryGet(ObjectKey key, out OwnedPods<Deployment>? deployment) => _deployments.TryGetOwner(key, out deployment);

    public void Observe(WatchEventType type, Deployment deployment)
    {
        if (Observe(_deployments, type, deployment)) Forget();
    }

    /// <summary>
    /// Queues a deployment that selects the ReplicaSet and, after a change, one that selected it before: where there are several, two
    /// draws.
    /// </summary>
    public void Observe(in WatchEvent change, WorkQueue queue)
    {
        var set = (ReplicaSet)change.Object;
        var former = change.Type == WatchEventType.Modified ? change.Previous as ReplicaSet : null;
        var isRelabelled = former is not null && !former.Metadata.Labels.SameAs(set.Metadata.Labels);
        if (Observe(_sets, change.Type, set) || isRelabelled) Forget();
        Enqueue(DeploymentsOf(set), queue);
        if (former is not null) Enqueue(isRelabelled ? Selecting(former) : DeploymentsOf(set), queue);
        if (change.Type == WatchEventType.Deleted) _deploymentsOf.Remove(set.Key);
    }

    /// <summary>Queues a deployment of a ReplicaSet that selects the pod and, after a change, of one that selected it before.</summary>
    public void ObservePod(in WatchEvent change, WorkQueue queue)
    {
        _deployments.Apply(change);
        var pods = _sets.Apply(change);
        var isDrawn = EnqueueOwner(pods, queue);
        if (change is not { Type: WatchEventType.Modified, Previous: Pod previous }) return;
        if (!previous.Metadata.Labels.SameAs(pods.Labels)) EnqueueOwner(_sets.ClassOf(previous), queue);
        else if (isDrawn) EnqueueOwner(pods, queue);
    }

    /// <summary>The ReplicaSets whose labels the deployment selects, in name order.</summary>
    public List<OwnedPods<ReplicaSet>> SetsOf(OwnedPods<Deployment> deployment)
    {
        if (_setsOf.TryGetValue(deployment.Key, out var known)) return known;
        var sets = _sets.AllOwners()
            .FindAll(set => set.Key.Namespace == deployment.Key.Namespace && deployment.Selects(set.Value.Metadata.Labels));
        _setsOf.Add(deployment.Key, sets);
        return sets;
    }

    /// <summary>The same instance for the same ReplicaSet, so that the server finds again what it matches.</summary>
    public PodSelector SelectorOf(ReplicaSet set) =>
        _sets.TryGetOwner(set.Key, out var known) && known!.Selector.SameAs(set.Selector) ? known.Selector : new PodSelector(set.Selector);

    /// <returns>Whether there was a choice.</returns>
    private bool Enqueue(List<OwnedPods<Deployment>> deployments, WorkQueue queue)
    {
        if (deployments.Count > 0) queue.Add(deployments[order.Pick(deployments.Count)].Key);
        return deployments.Count > 1;
    }

    /// <summary>Of the ReplicaSets in the order of a map, the first that has a deployment.</summary>
    /// <returns>Whether there was a choice.</returns>
    private bool EnqueueOwner(PodClass<OwnedPods<ReplicaSet>> pods, WorkQueue queue)
    {
        if (pods.Owners.Count == 1) return Enqueue(DeploymentsOf(pods.Owners[0].Value), queue);
        return pods.Owners.Count > 1 && EnqueueOne(pods, queue);
    }

    private bool EnqueueOne(PodClass<OwnedPods<ReplicaSet>> pods, WorkQueue queue)
    {
        var owned = pods.Owners.FindAll(set => DeploymentsOf(set.Value).Count > 0);
        if (owned.Count == 0) return false;
        return Enqueue(DeploymentsOf(owned[order.Pick(owned.Count)].Value), queue) || owned.Count > 1;
    }

    /// <summary>All that select it, in name order; remembered.</summary>
    private List<OwnedPods<Deployment>> DeploymentsOf(ReplicaSet set)
    {
        if (!_deploymentsOf.TryGetValue(set.Key, out var known)) _deploymentsOf.Add(set.Key, known = Selecting(set));
        return known;
    }

    private List<OwnedPods<Deployment>> Selecting(ReplicaSet set) =>
        _deployments.AllOwners()
            .FindAll(deployment => deployment.Key.Namespace == set.Namespace && deployment.Selects(set.Metadata.Labels));

    private void Forget()
    {
        _setsOf.Clear();
        _deploymentsOf.Clear();
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
