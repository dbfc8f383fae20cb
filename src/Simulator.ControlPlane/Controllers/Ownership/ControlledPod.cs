using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Ownership;

/// <summary>The pod that a controller makes from its template (GetPodFromTemplate in controller_utils.go of 1.3.10).</summary>
public static class ControlledPod
{
    /// <summary>What all pods of one owner are to share.</summary>
    public static ObjectReference ReferenceTo(ApiObject owner) => new(owner.Kind, owner.Key, owner.Metadata.Uid);

    /// <remarks>Labels, annotations and spec are the template's own instances, so that all its pods are one class to everybody.</remarks>
    public static Pod From(PodTemplate template, ObjectReference owner) => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = owner.Key.Namespace,
            GenerateName = owner.Key.Name + "-",
            Labels = template.Labels,
            Annotations = template.Annotations,
            CreatedBy = owner,
        },
        Spec = template.Spec,
    };
}
