using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>
/// One sync of a daemon set: pods where they should be, then a step of a rolling update, then the status (syncDaemonSet).
/// </summary>
/// <remarks>Pods are claimed once a sync; the real one claims again in each phase, and finds the same.</remarks>
internal sealed class DaemonSync(
    DaemonOptions options, OwnerBook<DaemonSet> owners, OwnerIndex<Pod> pods, SortedDictionary<string, Node> nodes,
    DaemonTemplates templates, DaemonChanges changes, CountedExpectations expectations, RoutineSet routines)
{
    private readonly OwnedPodCalls _calls = new(routines);

    public IEnumerable<Wait> Run(ObjectKey key, SyncReport report)
    {
        if (owners.Find(key) is not { } owner)
        {
            expectations.Forget(key);
            yield break;
        }

        var set = owner.Value;
        if (set.Metadata.IsBeingDeleted || set.Selector is { IsEmpty: true }) yield break;
        var mayManage = expectations.AreMet(key, routines.Now);
        var claim = new Claim<Pod>(set, owner.Reference, owner.Selector);
        foreach (var wait in claim.Run(pods.Candidates(set))) yield return wait;
        if (claim.HasFailed) report.Fail();
        if (claim.HasFailed) yield break;
        var picture = new DaemonPicture(set, templates.Of(set), nodes, claim.Claimed, routines.Now);
        if (mayManage)
        {
            foreach (var wait in Manage(owner, picture, report)) yield return wait;
            if (report.HasFailed) yield break;
        }

        foreach (var wait in WriteStatus(picture, mayManage, report)) yield return wait;
    }

    private IEnumerable<Wait> Manage(Owner<DaemonSet> owner, DaemonPicture picture, SyncReport report)
    {
        var (toFill, toDelete) = changes.Of(picture, report);
        foreach (var wait in Sync(owner, picture, toFill, toDelete, report)) yield return wait;
        if (report.HasFailed || !expectations.AreMet(owner.Value.Key, routines.Now)) yield break;
        if (owner.Value.UpdateStrategy != "RollingUpdate") yield break;
        foreach (var wait in Sync(owner, picture, [], DaemonRollout.ToDelete(picture), report)) yield return wait;
    }

    /// <summary>Creations in growing batches, then all deletions (syncNodes).</summary>
    private IEnumerable<Wait> Sync(
        Owner<DaemonSet> owner, DaemonPicture picture, List<string> toFill, List<Pod> toDelete, SyncReport report)
    {
        var (set, tally) = (owner.Value, new PodTally());
        var (creations, deletions) = (Math.Min(toFill.Count, options.BurstReplicas), Math.Min(toDelete.Count, options.BurstReplicas));
        expectations.Expect(set.Key, creations, deletions, routines.Now);
        var template = picture.Template.Made;
        Pod PodFor(int index) => OwnedPod.From(template with { Spec = DaemonPod.For(template.Spec, toFill[index]) }, owner);
        foreach (var wait in _calls.CreateSlowly(set, creations, PodFor, tally)) yield return wait;
        for (var i = tally.Succeeded; i < creations; i++) expectations.CreationObserved(set.Key);
        yield return _calls.Delete(set, toDelete[..deletions], tally);
        foreach (var pod in tally.Undeleted) expectations.DeletionObserved(set.Key, pod);
        if (tally.HasFailed) report.Fail();
    }

    private IEnumerable<Wait> WriteStatus(DaemonPicture picture, bool hasManaged, SyncReport report)
    {
        var set = picture.Set;
        var status = DaemonStatusRule.Of(picture, hasManaged ? set.Metadata.Generation : set.Status.ObservedGeneration);
        var isSame = status with { ObservedGeneration = set.Status.ObservedGeneration } == set.Status
            && set.Status.ObservedGeneration >= set.Metadata.Generation;
        if (!isSame)
        {
            var write = new StatusWrite<DaemonSet>(stored => stored with { Status = status });
            foreach (var wait in write.Run(set, report)) yield return wait;
        }

        // A last line of defence against clocks that differ.
        if (!report.HasFailed && set.MinReadySeconds > 0 && status.NumberReady != status.NumberAvailable)
        {
            report.ComeAgainAfter(TimeSpan.FromSeconds(set.MinReadySeconds));
        }
    }
}
