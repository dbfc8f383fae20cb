using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.StatefulSets;

/// <summary>Keeps pods with names and places of their own, and updates them one after the other (pkg/controller/statefulset).</summary>
public sealed class StatefulSetController : RetryingController
{
    private readonly OwnerIndex<Pod> _pods = new();
    private readonly OwnerIndex<ControllerRevision> _revisions = new();
    private readonly OwnerBook<PetSet> _owners = new("PetSet", static set => set.Selector);
    private readonly Dictionary<ObjectKey, PersistentVolumeClaim> _claims = [];
    private readonly ClaimedPodWatch<PetSet> _watch;

    /// <param name="start">When the process starts.</param>
    /// <param name="dataOf">A template as the text that revisions are told apart by; null = as ReplicaSets are told apart.</param>
    public StatefulSetController(StatefulSetOptions options, Instant start, Func<PodTemplate, string>? dataOf = null)
        : base(options.ConcurrentSyncs, RetryPace.Usual, start)
    {
        _watch = new ClaimedPodWatch<PetSet>(_owners, _pods, new NoExpectations(), Queue);
        var calls = new StatefulCalls(key => _claims.GetValueOrDefault(key), PodOf, Routines);
        var history = new RevisionHistory(dataOf ?? CanonicalText.Of);
        SyncBy(new StatefulSetSync(_owners, _pods, _revisions, history, new StatefulSteps(calls, Routines)).Run);
    }

    public override string Name => "statefulset-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Pod", "PersistentVolumeClaim", "ControllerRevision", "PetSet"];

    /// <summary>Claims and revisions are only looked up: their changes alone lead to no sync.</summary>
    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) _watch.ObservePod(change);
        else if (change.Object is PetSet set) _watch.ObserveOwner(change.Type, set);
        else if (change.Object is ControllerRevision revision) ObserveRevision(change, revision);
        else if (change.Object is PersistentVolumeClaim claim)
        {
            if (change.Type == WatchEventType.Deleted) _claims.Remove(claim.Key);
            else _claims[claim.Key] = claim;
        }
    }

    private void ObserveRevision(in WatchEvent change, ControllerRevision revision)
    {
        if (change.Type == WatchEventType.Deleted) _revisions.Remove(revision);
        else _revisions.Put(revision, change.Previous as ControllerRevision);
    }

    private Pod? PodOf(ObjectKey key)
    {
        var set = _owners.Find(new ObjectKey(key.Namespace, StatefulIdentity.Of(key.Name).Parent));
        return set is null ? null : _pods.OwnedBy(set.Value.Metadata.Uid).FirstOrDefault(pod => pod.Key == key);
    }

    /// <summary>A sync looks at what there is: nothing has to be remembered of what was asked for.</summary>
    private sealed class NoExpectations : IExpectations
    {
        public void CreationObserved(ObjectKey owner)
        {
        }

        public void DeletionObserved(ObjectKey owner, ObjectKey pod)
        {
        }

        public void Forget(ObjectKey owner)
        {
        }
    }
}
