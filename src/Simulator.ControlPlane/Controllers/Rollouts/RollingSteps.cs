using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>A step of a rolling update: the new ReplicaSet grows, or old ones shrink (rolling.go).</summary>
internal sealed class RollingSteps(RolloutSets sets, RolloutWrites writes)
{
    public IEnumerable<Wait> Run(RolloutState state, SyncReport report)
    {
        foreach (var wait in sets.FindOrCreate(state)) yield return wait;
        if (state.HasFailed) yield break;
        foreach (var wait in Grow(state)) yield return wait;
        if (state.HasFailed) yield break;
        if (!state.HasScaled)
        {
            foreach (var wait in Shrink(state)) yield return wait;
            if (!state.HasScaled && RolloutStatus.IsComplete(state.Deployment, state.Deployment.Status))
            {
                foreach (var wait in RolloutWrites.CleanUp(state)) yield return wait;
                if (state.HasFailed) yield break;
            }
        }

        foreach (var wait in RolloutWrites.Progress(state, report)) yield return wait;
    }

    private IEnumerable<Wait> Grow(RolloutState state)
    {
        var (deployment, present) = (state.Deployment, state.New!);
        var size = present.Replicas >= deployment.Replicas
            ? deployment.Replicas
            : RolloutLimits.NewSize(deployment, present.Replicas, RolloutState.Wanted(state.All));
        foreach (var wait in writes.Scale(state, present, size)) yield return wait;
        state.HasFailed = state.WasRefused;
    }

    /// <summary>A refused write only means that nothing was shrunk.</summary>
    private IEnumerable<Wait> Shrink(RolloutState state)
    {
        var (present, active) = (state.New!, RolloutState.Active(state.Old));
        state.HasScaled = false;
        if (active.Count == 0) yield break;
        var most = RolloutState.Wanted(state.All) - RolloutLimits.LeastAvailable(state.Deployment)
            - (present.Replicas - present.Status.AvailableReplicas);
        if (most <= 0) yield break;
        var count = new Count();
        foreach (var wait in ShrinkUnhealthy(state, active, most, count)) yield return wait;
        if (!count.IsBroken)
        {
            foreach (var wait in ShrinkAvailable(state, active, present, count)) yield return wait;
        }

        state.HasScaled = !count.IsBroken && count.Gone > 0;
    }

    /// <summary>
    /// Pods that serve nobody first: else they would hold up the rollout. Quirk: a ReplicaSet with more available pods than it wants stops
    /// everything (cleanupUnhealthyReplicas).
    /// </summary>
    private IEnumerable<Wait> ShrinkUnhealthy(RolloutState state, List<ReplicaSet> active, int most, Count count)
    {
        active.Sort(RolloutState.ByAge);
        for (var i = 0; i < active.Count && count.Gone < most; i++)
        {
            var set = active[i];
            var unhealthy = set.Replicas - set.Status.AvailableReplicas;
            if (unhealthy == 0) continue;
            count.IsBroken = unhealthy < 0;
            if (count.IsBroken) yield break;
            var gone = Math.Min(most - count.Gone, unhealthy);
            foreach (var wait in writes.Scale(state, set, set.Replicas - gone)) yield return wait;
            count.IsBroken = state.WasRefused;
            if (count.IsBroken) yield break;
            count.Gone += gone;
            active[i] = state.Scaled!;
        }
    }

    private IEnumerable<Wait> ShrinkAvailable(RolloutState state, List<ReplicaSet> active, ReplicaSet present, Count count)
    {
        var left = RolloutState.Available(active) + present.Status.AvailableReplicas - RolloutLimits.LeastAvailable(state.Deployment);
        active.Sort(RolloutState.ByAge);
        foreach (var set in active)
        {
            if (left <= 0) yield break;
            if (set.Replicas == 0) continue;
            var gone = Math.Min(set.Replicas, left);
            foreach (var wait in writes.Scale(state, set, set.Replicas - gone)) yield return wait;
            count.IsBroken = state.WasRefused;
            if (count.IsBroken) yield break;
            count.Gone += gone;
            left -= gone;
        }
    }

    private sealed class Count
    {
        public int Gone { get; set; }

        /// <summary>The step has ended in an error that nobody reports.</summary>
        public bool IsBroken { get; set; }
    }
}
