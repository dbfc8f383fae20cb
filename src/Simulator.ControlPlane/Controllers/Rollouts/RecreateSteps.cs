using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>A step of a rollout that stops everything before it begins anew (recreate.go).</summary>
internal sealed class RecreateSteps(RolloutSets sets, RolloutWrites writes, OwnerIndex<Pod> pods)
{
    /// <param name="own">The Deployment's ReplicaSets as the watch has shown them.</param>
    public IEnumerable<Wait> Run(RolloutState state, IReadOnlyList<ReplicaSet> own, SyncReport report)
    {
        foreach (var wait in sets.Find(state)) yield return wait;
        if (state.HasFailed) yield break;
        var isAny = false;
        foreach (var set in RolloutState.Active(state.Old))
        {
            foreach (var wait in writes.Scale(state, set, 0)) yield return wait;
            state.HasFailed = state.WasRefused;
            if (state.HasFailed) yield break;
            isAny |= state.HasScaled;
        }

        if (!isAny && !OldPodsRun(state, own))
        {
            foreach (var wait in Begin(state)) yield return wait;
            if (state.HasFailed) yield break;
        }

        foreach (var wait in RolloutWrites.Progress(state, report)) yield return wait;
    }

    private IEnumerable<Wait> Begin(RolloutState state)
    {
        if (state.New is null)
        {
            foreach (var wait in sets.FindOrCreate(state)) yield return wait;
            if (state.HasFailed) yield break;
        }

        foreach (var wait in writes.Scale(state, state.New!, state.Deployment.Replicas)) yield return wait;
        state.HasFailed = state.WasRefused;
        if (state.HasFailed || !RolloutStatus.IsComplete(state.Deployment, state.Deployment.Status)) yield break;
        foreach (var wait in RolloutWrites.CleanUp(state)) yield return wait;
    }

    /// <summary>Whether any pod of another ReplicaSet is counted, or is there and not finished (oldPodsRunning).</summary>
    private bool OldPodsRun(RolloutState state, IReadOnlyList<ReplicaSet> own)
    {
        if (state.Old.Exists(static set => set.Status.Replicas > 0)) return true;
        foreach (var set in own)
        {
            if (set.Metadata.Uid == state.New?.Metadata.Uid) continue;
            foreach (var pod in pods.OwnedBy(set.Metadata.Uid))
            {
                if (!pod.IsFinished && state.Owner.Selector.Matches(pod.Metadata.Labels)) return true;
            }
        }

        return false;
    }
}
