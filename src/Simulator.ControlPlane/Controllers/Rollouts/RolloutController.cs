using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>Moves Deployments from one template to the next through ReplicaSets that they own (pkg/controller/deployment).</summary>
public sealed class RolloutController : RetryingController
{
    private readonly OwnerBook<Deployment> _owners = new("Deployment", static deployment => deployment.Selector);
    private readonly OwnerIndex<ReplicaSet> _sets = new();
    private readonly OwnerIndex<Pod> _pods = new();
    private readonly Dictionary<ObjectKey, ReplicaSet> _byName = [];

    /// <param name="start">When the process starts.</param>
    public RolloutController(RolloutOptions options, Instant start)
        : base(options.ConcurrentSyncs, RetryPace.Usual, start) =>
        SyncBy(new RolloutSync(_owners, _sets, _pods, key => _byName.GetValueOrDefault(key), Routines).Run);

    public override string Name => "deployment-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Pod", "ReplicaSet", "Deployment"];

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod pod) ObservePod(change, pod);
        else if (change.Object is ReplicaSet set) ObserveSet(change, set);
        else if (change.Object is Deployment deployment)
        {
            _owners.Observe(change.Type, deployment);
            Queue.Add(deployment.Key);
        }
    }

    private void ObserveSet(in WatchEvent change, ReplicaSet set)
    {
        var former = change.Previous as ReplicaSet;
        if (change.Type == WatchEventType.Deleted)
        {
            _byName.Remove(set.Key);
            _sets.Remove(former ?? set);
            _sets.Remove(set);
        }
        else
        {
            _byName[set.Key] = set;
            _sets.Put(set, former);
        }

        EnqueueFor(set, change.Type == WatchEventType.Modified ? former : null, change.Type == WatchEventType.Deleted);
    }

    /// <summary>The owner, and the one before it; of one that is nobody's all that might claim it.</summary>
    private void EnqueueFor(ReplicaSet set, ReplicaSet? former, bool isGone)
    {
        var (reference, before) = (set.Metadata.ControllerReference, former?.Metadata.ControllerReference);
        if (former is not null && before != reference) Enqueue(set.Namespace, before);
        if (reference is not null) Enqueue(set.Namespace, reference);
        else if (!isGone && !set.Metadata.IsBeingDeleted && IsNewToClaim(set, former))
        {
            foreach (var owner in _owners.Selecting(set)) Queue.Add(owner.Value.Key);
        }
    }

    private static bool IsNewToClaim(ReplicaSet set, ReplicaSet? former) => former is null
        || former.Metadata.ControllerReference is not null
        || !former.Metadata.Labels.SameAs(set.Metadata.Labels);

    /// <summary>Only the last pod of a Deployment that recreates matters: then it may begin anew.</summary>
    private void ObservePod(in WatchEvent change, Pod pod)
    {
        if (change.Type != WatchEventType.Deleted)
        {
            _pods.Put(pod, change.Previous as Pod);
            return;
        }

        _pods.Remove(change.Previous as Pod ?? pod);
        _pods.Remove(pod);
        if (DeploymentOf(pod) is { Value.Strategy: "Recreate" } owner && !HasPods(owner)) Queue.Add(owner.Value.Key);
    }

    private Owner<Deployment>? DeploymentOf(Pod pod) =>
        pod.Metadata.ControllerReference is { Kind: "ReplicaSet" } reference
        && _byName.TryGetValue(new ObjectKey(pod.Namespace, reference.Name), out var set)
        && set.Metadata.Uid == reference.Uid
            ? _owners.Find(pod.Namespace, set.Metadata.ControllerReference)
            : null;

    private bool HasPods(Owner<Deployment> owner)
    {
        foreach (var set in _sets.OwnedBy(owner.Value.Metadata.Uid))
        {
            if (_pods.OwnedBy(set.Metadata.Uid).Count > 0) return true;
        }

        return false;
    }

    private void Enqueue(string inNamespace, OwnerReference? reference)
    {
        if (_owners.Find(inNamespace, reference) is { } owner) Queue.Add(owner.Value.Key);
    }
}
