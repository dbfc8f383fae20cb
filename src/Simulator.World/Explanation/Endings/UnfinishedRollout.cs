using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.World.ApiServer;

namespace Simulator.World.Explanation.Endings;

/// <summary>A Deployment whose pods are not all of its present template.</summary>
/// <param name="Deployment">"namespace/name".</param>
/// <param name="Revision">Of the present template; 0: no ReplicaSet of it has been made.</param>
/// <param name="Updated">Pods of the present template.</param>
/// <param name="Available">Pods of any template that serve, as its status says.</param>
public sealed record UnfinishedRollout(string Deployment, long Revision, int Updated, int Wanted, int Available, bool IsPaused)
{
    internal static IReadOnlyList<UnfinishedRollout> AllOf(IStoredObjects store) =>
        [.. store.List("Deployment").Cast<Deployment>().Where(IsUnfinished).Select(deployment => Of(deployment, store))];

    /// <summary>Unless there is another template than its controller has seen, what it counts are its own pods only.</summary>
    private static bool IsUnfinished(Deployment deployment) => deployment.Replicas > 0
        && (deployment.Status.ObservedGeneration < deployment.Metadata.Generation
            || deployment.Status.UpdatedReplicas < Math.Min(deployment.Replicas, Math.Max(1, deployment.Status.Replicas)));

    private static UnfinishedRollout Of(Deployment deployment, IStoredObjects store) => new(
        deployment.Key.ToString(),
        store.List("ReplicaSet").Cast<ReplicaSet>().FirstOrDefault(set => IsOf(deployment, set)) is { } set
            && long.TryParse(set.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.DeploymentRevision), out var revision)
            ? revision
            : 0,
        deployment.Status.UpdatedReplicas,
        deployment.Replicas,
        deployment.Status.AvailableReplicas,
        deployment.Paused);

    /// <summary>
    /// The Deployment's own note is of the last template that was rolled out. A ReplicaSet of the same template has its labels, so that the
    /// selector selects it.
    /// </summary>
    private static bool IsOf(Deployment deployment, ReplicaSet set) =>
        set.Namespace == deployment.Namespace && TemplateHash.AreEqual(set.Template, deployment.Template);
}
