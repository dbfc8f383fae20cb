using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.StatefulSets;

/// <summary>One sync of a StatefulSet: revisions, pods, status, history (sync in stateful_set.go, UpdateStatefulSet).</summary>
internal sealed class StatefulSetSync(
    OwnerBook<PetSet> owners, OwnerIndex<Pod> pods, OwnerIndex<ControllerRevision> revisions, RevisionHistory history,
    StatefulSteps steps)
{
    private const int StatusTries = 4;

    public IEnumerable<Wait> Run(ObjectKey key, SyncReport report)
    {
        if (owners.Find(key) is not { } owner) yield break;
        var claim = new Claim<Pod>(
            owner.Value, owner.Reference, owner.Selector, pod => StatefulIdentity.Of(pod.Name).Parent == owner.Value.Name);
        foreach (var wait in claim.Run(pods.Candidates(owner.Value))) yield return wait;
        if (claim.HasFailed) report.Fail();
        if (claim.HasFailed) yield break;
        var state = new StatefulState(owner, claim.Claimed, RevisionsOf(owner.Value));
        foreach (var wait in Perform(state)) yield return wait;
        if (state.HasFailed) report.Fail();
        foreach (var wait in RevisionHistory.Truncate(state)) yield return wait;
        if (state.HasFailed) report.Fail();
    }

    private List<ControllerRevision> RevisionsOf(PetSet set)
    {
        List<ControllerRevision> own = [.. revisions.OwnedBy(set.Metadata.Uid)];
        own.Sort(static (left, right) => left.Revision != right.Revision
            ? left.Revision.CompareTo(right.Revision)
            : left.Key.CompareTo(right.Key));
        return own;
    }

    private IEnumerable<Wait> Perform(StatefulState state)
    {
        foreach (var wait in history.Find(state)) yield return wait;
        if (state.HasFailed) yield break;
        foreach (var wait in steps.Run(state)) yield return wait;
        if (state.HasFailed) yield break;
        var (before, status) = (state.Set.Status, state.ToStatus());
        if (IsSame(before, status)) yield break;
        foreach (var wait in Write(state, status)) yield return wait;
    }

    /// <summary>A generation counts only if it is newer.</summary>
    private static bool IsSame(PetSetStatus before, PetSetStatus status) =>
        status.ObservedGeneration <= before.ObservedGeneration
        && status with { ObservedGeneration = before.ObservedGeneration, CollisionCount = before.CollisionCount } == before;

    /// <summary>Conflicts are tried again on what the watch has shown meanwhile.</summary>
    private IEnumerable<Wait> Write(StatefulState state, PetSetStatus status)
    {
        for (var left = StatusTries; ; left--)
        {
            var set = owners.Find(state.Set.Key)?.Value ?? state.Set;
            var write = new Call(new UpdateStatusRequest(set with { Status = status }));
            yield return write;
            state.HasFailed = !write.Response.IsOk;
            if (write.Response.Result != ApiResult.Conflict || left == 0) yield break;
        }
    }
}
