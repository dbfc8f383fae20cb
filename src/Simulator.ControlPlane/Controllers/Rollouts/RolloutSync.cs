using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Rollouts;

/// <summary>One sync of a Deployment (syncDeployment in deployment_controller.go).</summary>
internal sealed class RolloutSync
{
    private readonly OwnerBook<Deployment> _owners;
    private readonly OwnerIndex<ReplicaSet> _sets;
    private readonly RoutineSet _routines;
    private readonly RolloutSets _finder;
    private readonly ProportionalScaling _scaling;
    private readonly RollingSteps _rolling;
    private readonly RecreateSteps _recreate;
    private readonly RollbackStep _rollback;

    public RolloutSync(
        OwnerBook<Deployment> owners, OwnerIndex<ReplicaSet> sets, OwnerIndex<Pod> pods, Func<ObjectKey, ReplicaSet?> nameOf,
        RoutineSet routines)
    {
        (_owners, _sets, _routines) = (owners, sets, routines);
        var writes = new RolloutWrites(routines);
        _finder = new RolloutSets(writes, nameOf);
        _scaling = new ProportionalScaling(writes);
        _rolling = new RollingSteps(_finder, writes);
        _recreate = new RecreateSteps(_finder, writes, pods);
        _rollback = new RollbackStep(_finder, writes);
    }

    public IEnumerable<Wait> Run(ObjectKey key, SyncReport report)
    {
        if (_owners.Find(key) is not { } owner || owner.Value.Selector is { IsEmpty: true }) yield break;
        var claim = new Claim<ReplicaSet>(owner.Value, owner.Reference, owner.Selector);
        foreach (var wait in claim.Run(_sets.Candidates(owner.Value))) yield return wait;
        if (claim.HasFailed) report.Fail();
        if (claim.HasFailed) yield break;
        claim.Claimed.Sort(RolloutState.ByAge);
        var state = new RolloutState(owner, claim.Claimed, _routines.Now.TruncatedToSecond);
        foreach (var wait in Steps(state, claim.Claimed, report)) yield return wait;
        if (state.HasFailed) report.Fail();
    }

    private IEnumerable<Wait> Steps(RolloutState state, List<ReplicaSet> own, SyncReport report)
    {
        if (state.Deployment.Metadata.IsBeingDeleted) return OnlyStatus(state);
        return Living(state, own, report);
    }

    private IEnumerable<Wait> Living(RolloutState state, List<ReplicaSet> own, SyncReport report)
    {
        foreach (var wait in TellOfPause(state)) yield return wait;
        if (state.HasFailed) yield break;
        if (state.Deployment.Paused) foreach (var wait in OnlyScale(state)) yield return wait;
        else if (RollbackStep.TargetOf(state.Deployment) is not null) foreach (var wait in _rollback.Run(state)) yield return wait;
        else
        {
            foreach (var wait in _finder.Find(state)) yield return wait;
            if (state.HasFailed) yield break;
            var steps = WasScaled(state) ? OnlyScale(state) : Rollout(state, own, report);
            foreach (var wait in steps) yield return wait;
        }
    }

    private IEnumerable<Wait> Rollout(RolloutState state, List<ReplicaSet> own, SyncReport report) =>
        RolloutLimits.IsRolling(state.Deployment) ? _rolling.Run(state, report) : _recreate.Run(state, own, report);

    private IEnumerable<Wait> OnlyStatus(RolloutState state)
    {
        foreach (var wait in _finder.Find(state)) yield return wait;
        if (state.HasFailed) yield break;
        foreach (var wait in RolloutWrites.PlainStatus(state)) yield return wait;
    }

    private IEnumerable<Wait> OnlyScale(RolloutState state)
    {
        foreach (var wait in _finder.Find(state)) yield return wait;
        if (state.HasFailed) yield break;
        foreach (var wait in _scaling.Run(state)) yield return wait;
        if (state.HasFailed) yield break;
        if (state.Deployment.Paused && RollbackStep.TargetOf(state.Deployment) is null)
        {
            foreach (var wait in RolloutWrites.CleanUp(state)) yield return wait;
            if (state.HasFailed) yield break;
        }

        foreach (var wait in RolloutWrites.PlainStatus(state)) yield return wait;
    }

    /// <summary>Another size than the ReplicaSets were last told of (isScalingEvent).</summary>
    private static bool WasScaled(RolloutState state) => RolloutState.Active(state.All).Exists(
        set => SetNotes.Number(set, WellKnownAnnotations.DesiredReplicas) is { } desired && desired != state.Deployment.Replicas);

    /// <summary>A rollout that has stood still for too long says so, paused or not (checkPausedConditions).</summary>
    private static IEnumerable<Wait> TellOfPause(RolloutState state)
    {
        var deployment = state.Deployment;
        if (!RolloutConditions.HasDeadline(deployment)) return [];
        var reason = RolloutConditions.Find(deployment.Status, RolloutConditions.Progressing)?.Reason;
        if (reason == RolloutConditions.TimedOut || deployment.Paused == (reason == RolloutConditions.Paused)) return [];
        var condition = RolloutConditions.New(
            RolloutConditions.Progressing, ConditionStatus.Unknown, deployment.Paused ? RolloutConditions.Paused : "DeploymentResumed",
            deployment.Paused ? "Deployment is paused" : "Deployment is resumed", state.Now);
        state.Deployment = deployment with { Status = RolloutConditions.With(deployment.Status, condition) };
        return RolloutWrites.Status(state);
    }
}
