using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Observations;

/// <summary>
/// What commits of controllers' objects mean: how many pods are wanted, and how far a rollout is. ReplicaSets of Deployments are the
/// Deployment's own affair.
/// </summary>
public sealed class WorkloadFacts(ObservationLog log)
{
    private readonly HashSet<ObjectKey> _rollouts = [];

    /// <summary>The workload that a pod counts for: "namespace/name", "" if nobody's.</summary>
    public static string OwnerOf(Pod pod)
    {
        if (pod.Metadata.CreatedBy is not { } owner) return "";
        var hash = pod.Metadata.Labels.ValueOrEmpty(WellKnownLabels.PodTemplateHash);
        var suffix = hash.Length + 1;
        var isDeployments = owner.Kind == "ReplicaSet"
            && hash.Length > 0
            && owner.Key.Name.Length > suffix
            && owner.Key.Name.EndsWith(hash, StringComparison.Ordinal);
        return isDeployments ? $"{owner.Key.Namespace}/{owner.Key.Name.AsSpan(0, owner.Key.Name.Length - suffix)}" : owner.Key.ToString();
    }

    public void OnCommitted(in WatchEvent commit)
    {
        if (WantedBy(commit.Object) is not { } wanted) return;
        var before = commit.Previous is null ? null : WantedBy(commit.Previous);
        var isGone = commit.Type == WatchEventType.Deleted;
        if (isGone || before != wanted)
        {
            log.Write(ObservationKind.WorkloadScaled, commit.Object.Key.ToString(), commit.Object.Kind, isGone ? 0 : wanted);
        }
        if (commit.Object is Deployment deployment) OnRollout(deployment, commit.Previous as Deployment, isGone);
    }

    /// <summary>Null for objects that are no workloads.</summary>
    public static int? WantedBy(ApiObject value) => value switch
    {
        ReplicaSet set when set.Template.Labels.ContainsKey(WellKnownLabels.PodTemplateHash) => null,
        ReplicaController controller => controller.Replicas,
        Deployment deployment => deployment.Replicas,
        PetSet set => set.Replicas,
        DaemonSet set => set.Status.DesiredNumberScheduled,
        Job { Status.IsFinished: true } => 0,
        Job job => Math.Min(job.Parallelism, Math.Max(0, (job.Completions ?? int.MaxValue) - job.Status.Succeeded)),
        _ => null,
    };

    private void OnRollout(Deployment deployment, Deployment? old, bool isGone)
    {
        if (isGone)
        {
            _rollouts.Remove(deployment.Key);
            return;
        }

        var revision = RevisionOf(deployment);
        var isComplete = IsComplete(deployment);
        if (revision > 0 && !isComplete && (old is null || RevisionOf(old) != revision) && _rollouts.Add(deployment.Key))
        {
            Write(deployment, "Started", revision);
        }
        if (isComplete && _rollouts.Remove(deployment.Key)) Write(deployment, "Completed", revision);
    }

    private void Write(Deployment deployment, string what, long revision) =>
        log.Write(ObservationKind.RolloutChanged, deployment.Key.ToString(), what, revision);

    private static long RevisionOf(Deployment deployment) =>
        long.TryParse(deployment.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.DeploymentRevision), out var revision)
            ? revision
            : 0;

    /// <summary>All pods are of the present template and available, as far as the controller has seen.</summary>
    private static bool IsComplete(Deployment deployment) => deployment.Status.ObservedGeneration >= deployment.Metadata.Generation
        && deployment.Status.UpdatedReplicas == deployment.Replicas
        && deployment.Status.Replicas == deployment.Replicas
        && deployment.Status.AvailableReplicas >= deployment.Replicas;
}
