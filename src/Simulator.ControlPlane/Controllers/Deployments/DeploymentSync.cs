using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>
/// One sync of a deployment (syncDeployment of 1.3.10). A refused call ends it: the next try is the next event or resync.
/// </summary>
internal sealed class DeploymentSync
{
    private readonly DeploymentCache _cache;
    private readonly RoutineSet _routines;
    private readonly RolloutSets _sets;
    private readonly Rollback _rollback;
    private readonly RollingUpdate _rolling;
    private readonly Recreate _recreate;
    private readonly DeploymentStatusWrite _status;

    public DeploymentSync(DeploymentCache cache, WorkQueue queue, RoutineSet routines)
    {
        (_cache, _routines) = (cache, routines);
        var available = new AvailablePods(routines, cache);
        var scaling = new SetScaling(queue, routines);
        _sets = new RolloutSets(cache, queue, routines);
        _status = new DeploymentStatusWrite(available);
        _rollback = new Rollback(_sets, routines);
        _rolling = new RollingUpdate(_sets, available, scaling, _status);
        _recreate = new Recreate(_sets, scaling, _status);
    }

    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (!_cache.TryGet(key, out var entry)) yield break;
        var deployment = entry!.Value;
        if (deployment.Selector is { IsEmpty: true })
        {
            _routines.Tell(new EventRequest(
                "SelectingAll", "Deployment", key, "This deployment is selecting all pods. A non-empty selector is required."));
            yield break;
        }

        foreach (var wait in StepsOf(new Rollout(deployment))) yield return wait;
    }

    private IEnumerable<Wait> StepsOf(Rollout rollout)
    {
        // Paused means status only in 1.3: not even scaling, and no rollback.
        if (rollout.Deployment.Paused) return StatusOnly(rollout);
        return rollout.Deployment.RollbackTo is null ? Update(rollout) : RollBackAndUpdate(rollout);
    }

    private IEnumerable<Wait> StatusOnly(Rollout rollout)
    {
        foreach (var wait in _sets.Find(rollout)) yield return wait;
        if (rollout.HasFailed) yield break;
        foreach (var wait in _status.WriteIfChanged(rollout)) yield return wait;
    }

    private IEnumerable<Wait> RollBackAndUpdate(Rollout rollout)
    {
        foreach (var wait in _rollback.Run(rollout)) yield return wait;
        if (rollout.HasFailed) yield break;
        foreach (var wait in Update(rollout)) yield return wait;
    }

    private IEnumerable<Wait> Update(Rollout rollout) =>
        rollout.Deployment.Strategy == "Recreate" ? _recreate.Run(rollout) : _rolling.Run(rollout);
}
