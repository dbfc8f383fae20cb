using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Claiming;

/// <summary>The pod that a controller makes from its template (GetPodFromTemplate in controller_utils.go).</summary>
internal static class OwnedPod
{
    /// <remarks>Labels, annotations, spec and references are shared by all its pods.</remarks>
    public static Pod From<T>(PodTemplate template, Owner<T> owner)
        where T : ApiObject => new()
        {
            Metadata = new ObjectMeta
            {
                Namespace = owner.Value.Namespace,
                GenerateName = owner.Value.Name + "-",
                Labels = template.Labels,
                Annotations = template.Annotations,
                CreatedBy = owner.CreatedBy,
                OwnerReferences = owner.References,
            },
            Spec = template.Spec,
        };

    /// <summary>Ready for so long (IsPodAvailable in pkg/api/v1/pod).</summary>
    public static bool IsAvailable(Pod pod, int minReadySeconds, Instant now) => pod.IsReady
        && (minReadySeconds == 0
            || (pod.Status.Ready!.LastTransitionTime is { } since && since + TimeSpan.FromSeconds(minReadySeconds) < now));
}
