using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Deployments;

/// <summary>
/// The end of a sync: history clean-up and status. A refused status is not tried again (syncDeploymentStatus, cleanupOldReplicaSets of
/// 1.3.10).
/// </summary>
internal sealed class DeploymentStatusWrite(AvailablePods available)
{
    public IEnumerable<Wait> WriteAfterCleanup(Rollout rollout)
    {
        foreach (var wait in CleanUp(rollout)) yield return wait;
        foreach (var wait in WriteIfChanged(rollout)) yield return wait;
    }

    /// <summary>Counts, and counts again if there is something to write.</summary>
    public IEnumerable<Wait> WriteIfChanged(Rollout rollout)
    {
        var ready = new AvailablePods.Tally();
        foreach (var wait in Count(rollout, ready)) yield return wait;
        if (rollout.HasFailed || IsUpToDate(rollout.Deployment, StatusOf(rollout, ready.Pods))) yield break;
        foreach (var wait in Write(rollout)) yield return wait;
    }

    public IEnumerable<Wait> Write(Rollout rollout)
    {
        var ready = new AvailablePods.Tally();
        foreach (var wait in Count(rollout, ready)) yield return wait;
        if (rollout.HasFailed) yield break;
        yield return new Call(new UpdateStatusRequest(rollout.Deployment with { Status = StatusOf(rollout, ready.Pods) }));
    }

    private IEnumerable<Wait> Count(Rollout rollout, AvailablePods.Tally ready) =>
        available.Count(rollout, rollout.All, rollout.Deployment.MinReadySeconds, ready);

    private static DeploymentStatus StatusOf(Rollout rollout, int availablePods)
    {
        var replicas = 0;
        foreach (var set in rollout.All) replicas += set.Value.Status.Replicas;
        return new DeploymentStatus
        {
            ObservedGeneration = rollout.Deployment.Metadata.Generation,
            Replicas = replicas,
            UpdatedReplicas = rollout.New?.Value.Status.Replicas ?? 0,
            AvailableReplicas = availablePods,
            UnavailableReplicas = Rollout.Wanted(rollout.All) - availablePods,
        };
    }

    /// <summary>The number of unavailable pods alone is no reason to write.</summary>
    private static bool IsUpToDate(Deployment deployment, DeploymentStatus status)
    {
        var written = deployment.Status;
        return deployment.Metadata.Generation <= written.ObservedGeneration
            && status with
            {
                ObservedGeneration = written.ObservedGeneration,
                UnavailableReplicas = written.UnavailableReplicas,
            } == written;
    }

    /// <summary>
    /// Of the old ReplicaSets beyond the limit the oldest go, but none that has pods or whose last change its controller has not seen.
    /// </summary>
    private static IEnumerable<Wait> CleanUp(Rollout rollout)
    {
        if (rollout.Deployment.RevisionHistoryLimit is not { } limit) yield break;
        var surplus = rollout.Old.Count - limit;
        rollout.Old.Sort(SetInRollout.ByAge);
        for (var i = 0; i < surplus; i++)
        {
            var set = rollout.Old[i].Value;
            if (set.Status.Replicas == 0 && set.Replicas == 0 && set.Metadata.Generation <= set.Status.ObservedGeneration)
            {
                yield return new Call(new DeleteRequest("ReplicaSet", set.Key));
            }
        }
    }
}
