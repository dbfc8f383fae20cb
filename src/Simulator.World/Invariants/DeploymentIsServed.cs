using Simulator.Api;
using Simulator.ControlPlane.Versions;

namespace Simulator.World.Invariants;

/// <summary>
/// A Deployment in rest has counted its pods; if all of them are ready, the rollout is over. Left out: paused ones, which 1.3 neither
/// scales nor rolls back, and those that wait for pods that never become ready.
/// </summary>
internal static class DeploymentIsServed
{
    /// <param name="pods">All that its selector selects, finished ones too.</param>
    /// <returns>What is wrong, in words; null if nothing is.</returns>
    public static string? Wrong(Deployment deployment, List<Pod> pods, KubernetesVersion version)
    {
        var active = pods.Where(pod => pod.IsActive).ToList();
        var status = deployment.Status;
        if (deployment.Paused) return null;
        if (deployment.RollbackTo is not null) return "is still asked to roll back";
        if (active.Any(pod => !pod.IsReady)) return null;
        if (version.FinishedPodsHoldRecreation && deployment.Strategy == "Recreate" && active.Count < pods.Count) return null;
        if (active.Count != deployment.Replicas) return $"wants {deployment.Replicas:N0} replicas and has {active.Count:N0}, all ready";
        var isComplete = status.ObservedGeneration == deployment.Metadata.Generation && status.Replicas == active.Count
            && status.UpdatedReplicas == active.Count && status.AvailableReplicas == active.Count;
        return isComplete
            ? null
            : $"has {active.Count:N0} ready pods but reports {status.UpdatedReplicas:N0} updated and {status.AvailableReplicas:N0} "
                + $"available of {status.Replicas:N0}";
    }
}
