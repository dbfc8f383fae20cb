using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Versions;
using Simulator.World.ApiServer;

namespace Simulator.World.Explanation.Endings;

/// <summary>A Deployment whose pods are not all of its present template.</summary>
/// <param name="Deployment">"namespace/name".</param>
/// <param name="Revision">Of the present template; 0: no ReplicaSet of it has been made.</param>
/// <param name="Updated">Pods of the present template.</param>
/// <param name="Available">Pods of any template that serve, as its status says.</param>
/// <param name="HeldBy">Names of finished pods, where none but such are left and they keep it from going on
/// (<see cref="KubernetesVersion.FinishedPodsHoldRecreation"/>).</param>
public sealed record UnfinishedRollout(
    string Deployment, long Revision, int Updated, int Wanted, int Available, bool IsPaused, IReadOnlyList<string> HeldBy)
{
    internal static IReadOnlyList<UnfinishedRollout> AllOf(IStoredObjects store, KubernetesVersion version) =>
        [.. store.List("Deployment").Cast<Deployment>().Where(IsUnfinished).Select(deployment => Of(deployment, store, version))];

    /// <summary>Unless there is another template than its controller has seen, what it counts are its own pods only.</summary>
    private static bool IsUnfinished(Deployment deployment) => deployment.Replicas > 0
        && (deployment.Status.ObservedGeneration < deployment.Metadata.Generation
            || deployment.Status.UpdatedReplicas < Math.Min(deployment.Replicas, Math.Max(1, deployment.Status.Replicas)));

    private static UnfinishedRollout Of(Deployment deployment, IStoredObjects store, KubernetesVersion version) => new(
        deployment.Key.ToString(),
        store.List("ReplicaSet").Cast<ReplicaSet>().FirstOrDefault(set => IsOf(deployment, set)) is { } set
            && long.TryParse(set.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.DeploymentRevision), out var revision)
            ? revision
            : 0,
        deployment.Status.UpdatedReplicas,
        deployment.Replicas,
        deployment.Status.AvailableReplicas,
        deployment.Paused,
        version.FinishedPodsHoldRecreation && deployment is { Paused: false, Strategy: "Recreate" } ? FinishedOnly(deployment, store) : []);

    private static IReadOnlyList<string> FinishedOnly(Deployment deployment, IStoredObjects store)
    {
        var sets = store.List("ReplicaSet").Where(set => set.Metadata.ControllerReference?.Uid == deployment.Metadata.Uid)
            .Select(static set => set.Metadata.Uid)
            .ToHashSet(StringComparer.Ordinal);
        var pods = store.List("Pod").Cast<Pod>()
            .Where(pod => pod.Metadata.ControllerReference is { } owner && sets.Contains(owner.Uid))
            .ToList();
        return pods.TrueForAll(static pod => pod.IsFinished) ? [.. pods.Select(static pod => pod.Name).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>
    /// The Deployment's own note is of the last template that was rolled out. A ReplicaSet of the same template has its labels, so that the
    /// selector selects it.
    /// </summary>
    private static bool IsOf(Deployment deployment, ReplicaSet set) =>
        set.Namespace == deployment.Namespace && TemplateHash.AreEqual(set.Template, deployment.Template);
}
