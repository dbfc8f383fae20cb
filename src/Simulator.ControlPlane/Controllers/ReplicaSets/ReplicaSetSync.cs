using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Replication;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.ReplicaSets;

/// <summary>One sync: claim pods, create or delete some, write the status (syncReplicaSet in replica_set.go).</summary>
internal sealed class ReplicaSetSync(
    ReplicaSetOptions options, OwnerBook<ReplicaController> owners, OwnerIndex<Pod> pods, CountedPods counted, RelatedPods related,
    Expectations expectations, RoutineSet routines)
{
    private readonly OwnedPodCalls _calls = new(routines);

    public IEnumerable<Wait> Run(ObjectKey key, SyncReport report)
    {
        if (owners.Find(key) is not { } owner)
        {
            expectations.Forget(key);
            yield break;
        }

        var (value, mayManage) = (owner.Value, expectations.AreMet(key, routines.Now));
        var known = Counted(owner, mayManage);
        report.Pods = () => ActiveCandidates(value);
        List<Pod> claimed = [];
        if (known is null)
        {
            var claim = new Claim<Pod>(value, owner.Reference, owner.Selector);
            foreach (var wait in claim.Run(ActiveCandidates(value))) yield return wait;
            Pod[] pods = [.. claimed = claim.Claimed];
            report.Pods = () => pods;
            if (claim.HasFailed) report.Fail();
            if (claim.HasFailed) yield break;
        }

        var count = known ?? ReplicaCount.Of(value, claimed, routines.Now);
        var tally = new PodTally();
        if (mayManage && !value.Metadata.IsBeingDeleted)
        {
            foreach (var wait in Manage(owner, count.Pods, claimed, tally)) yield return wait;
        }

        var status = ReplicaStatusRule.Of(value, count, tally.Failure, routines.Now);
        if (!status.SameAs(value.Status))
        {
            var write = new StatusWrite<ReplicaController>(stored => stored with { Status = status });
            foreach (var wait in write.Run(value, report)) yield return wait;
        }

        if (!report.HasFailed && !tally.HasFailed) WaitForAvailability(value, status, report);
        if (tally.HasFailed) report.Fail();
    }

    /// <summary>Null: the pods must be looked at, because one may be claimed, let go or deleted.</summary>
    private ReplicaCount? Counted(Owner<ReplicaController> owner, bool mayManage)
    {
        if (pods.Orphans(owner.Value.Namespace).Count > 0 || counted.Of(owner) is not { } count) return null;
        return mayManage && count.Pods > owner.Value.Replicas ? null : count;
    }

    private List<Pod> ActiveCandidates(ReplicaController owner) => pods.Candidates(owner).FindAll(static pod => pod.IsActive);

    private IEnumerable<Wait> Manage(Owner<ReplicaController> owner, int count, List<Pod> active, PodTally tally)
    {
        var key = owner.Value.Key;
        var plan = ReplicaPlan.For(count, owner.Value.Replicas, options.BurstReplicas);
        if (plan.Creates > 0)
        {
            expectations.ExpectCreations(key, plan.Creates, routines.Now);
            var pod = OwnedPod.From(owner.Value.Template, owner);
            foreach (var wait in _calls.CreateSlowly(owner.Value, plan.Creates, _ => pod, tally)) yield return wait;
            for (var i = tally.Succeeded; i < plan.Creates; i++) expectations.CreationObserved(key);
        }
        else if (plan.Deletes > 0)
        {
            var victims = related.Victims(owner.Value, active, plan.Deletes);
            expectations.ExpectDeletions(key, victims.ToArray(), routines.Now);
            yield return _calls.Delete(owner.Value, victims, tally);
            foreach (var pod in tally.Undeleted) expectations.DeletionObserved(key, pod);
        }
    }

    /// <summary>A last line of defence against clocks that differ.</summary>
    private static void WaitForAvailability(ReplicaController owner, ReplicaStatus status, SyncReport report)
    {
        if (owner.MinReadySeconds == 0 || status.ReadyReplicas != owner.Replicas || status.AvailableReplicas == owner.Replicas) return;
        report.ComeAgainAfter(TimeSpan.FromSeconds(owner.MinReadySeconds));
    }
}
