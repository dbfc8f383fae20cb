using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>
/// A rolling update (syncRollingUpdateDeployment of 1.3.10): a sync grows the new ReplicaSet, or shrinks the old ones, or cleans up.
/// </summary>
internal sealed class RollingUpdate(RolloutSets sets, AvailablePods available, SetScaling scaling, DeploymentStatusWrite status)
{
    public IEnumerable<Wait> Run(Rollout rollout)
    {
        foreach (var wait in sets.FindOrCreate(rollout)) yield return wait;
        if (rollout.HasFailed || rollout.New is not { } present) yield break;

        var size = SizeOfNew(rollout, present);
        if (size != present.Value.Replicas)
        {
            foreach (var wait in scaling.Scale(rollout, present, size)) yield return wait;
            if (rollout.HasFailed) yield break;
            foreach (var wait in status.Write(rollout)) yield return wait;
            yield break;
        }

        var gone = new AvailablePods.Tally();
        foreach (var wait in ShrinkOld(rollout, gone)) yield return wait;
        if (rollout.HasFailed) yield break;
        var last = gone.Pods > 0 ? status.Write(rollout) : status.WriteAfterCleanup(rollout);
        foreach (var wait in last) yield return wait;
    }

    private static int SizeOfNew(Rollout rollout, SetInRollout present)
    {
        var size = present.Value.Replicas;
        return size >= rollout.Deployment.Replicas
            ? rollout.Deployment.Replicas
            : RolloutPlan.NewSize(rollout, size, Rollout.Wanted(rollout.All));
    }

    /// <param name="gone">Pods that old ReplicaSets want less.</param>
    private IEnumerable<Wait> ShrinkOld(Rollout rollout, AvailablePods.Tally gone)
    {
        var old = rollout.ActiveOld();
        if (old.Count == 0) yield break;
        var ready = new AvailablePods.Tally();
        foreach (var wait in available.Count(rollout, [rollout.New!], rollout.Deployment.MinReadySeconds, ready)) yield return wait;
        if (rollout.HasFailed) yield break;
        var mostToGo = RolloutPlan.MostToGo(rollout, ready.Pods);
        if (mostToGo <= 0) yield break;

        // From here on a refused call is no error: the sync goes on as if nothing had shrunk.
        old.Sort(SetInRollout.ByAge);
        foreach (var wait in DropUnavailable(rollout, old, mostToGo, gone)) yield return wait;
        if (!rollout.HasFailed)
        {
            foreach (var wait in DropSurplus(rollout, old, gone)) yield return wait;
        }

        if (rollout.HasFailed) (rollout.HasFailed, gone.Pods) = (false, 0);
    }

    /// <summary>First what serves nobody (cleanupUnhealthyReplicas).</summary>
    private IEnumerable<Wait> DropUnavailable(Rollout rollout, List<SetInRollout> old, int budget, AvailablePods.Tally gone)
    {
        var ready = new AvailablePods.Tally();
        foreach (var set in old)
        {
            if (gone.Pods >= budget) yield break;
            if (set.Value.Replicas == 0) continue;
            foreach (var wait in available.Count(rollout, [set], 0, ready)) yield return wait;
            if (rollout.HasFailed) yield break;
            var drop = Math.Min(budget - gone.Pods, set.Value.Replicas - ready.Pods);
            if (drop < 0) rollout.HasFailed = true;
            if (drop <= 0) continue;
            foreach (var wait in scaling.Scale(rollout, set, set.Value.Replicas - drop)) yield return wait;
            if (rollout.HasFailed) yield break;
            gone.Pods += drop;
        }
    }

    /// <summary>Then available ones, as long as enough stay (scaleDownOldReplicaSetsForRollingUpdate).</summary>
    private IEnumerable<Wait> DropSurplus(Rollout rollout, List<SetInRollout> old, AvailablePods.Tally gone)
    {
        var ready = new AvailablePods.Tally();
        foreach (var wait in available.Count(rollout, [.. old, rollout.New!], rollout.Deployment.MinReadySeconds, ready)) yield return wait;
        if (rollout.HasFailed) yield break;
        var budget = ready.Pods - rollout.MinAvailable;
        foreach (var set in old)
        {
            var drop = Math.Min(set.Value.Replicas, budget);
            if (drop <= 0) continue;
            foreach (var wait in scaling.Scale(rollout, set, set.Value.Replicas - drop)) yield return wait;
            if (rollout.HasFailed) yield break;
            budget -= drop;
            gone.Pods += drop;
        }
    }
}
