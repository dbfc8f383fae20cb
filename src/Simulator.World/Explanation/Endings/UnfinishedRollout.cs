using Simulator.Api;

namespace Simulator.World;

/// <summary>A Deployment whose pods are not all of its present template.</summary>
/// <param name="Deployment">"namespace/name".</param>
/// <param name="Updated">Pods of the present template.</param>
/// <param name="Available">Pods of any template that serve, as its status says.</param>
public sealed record UnfinishedRollout(string Deployment, long Revision, int Updated, int Wanted, int Available, bool IsPaused)
{
    internal static IReadOnlyList<UnfinishedRollout> AllOf(ObjectStore store) =>
        [.. store.List("Deployment").Cast<Deployment>().Where(IsUnfinished).Select(Of)];

    /// <summary>Unless there is another template than its controller has seen, what it counts are its own pods only.</summary>
    private static bool IsUnfinished(Deployment deployment) => deployment.Replicas > 0
        && (deployment.Status.ObservedGeneration < deployment.Metadata.Generation || deployment.Status.UpdatedReplicas < Math.Min(deployment.Replicas, Math.Max(1, deployment.Status.Replicas)));

    private static UnfinishedRollout Of(Deployment deployment) => new(
        deployment.Key.ToString(),
        long.TryParse(deployment.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.DeploymentRevision), out var revision) ? revision : 0,
        deployment.Status.UpdatedReplicas,
        deployment.Replicas,
        deployment.Status.AvailableReplicas,
        deployment.Paused);
}
