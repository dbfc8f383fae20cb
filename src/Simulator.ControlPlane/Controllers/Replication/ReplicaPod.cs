using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>The pod that a controller makes from its template (GetPodFromTemplate in controller_utils.go of 1.3.10).</summary>
internal static class ReplicaPod
{
    /// <remarks>Labels, annotations and spec are the template's own instances, so that all its pods are one class to everybody.
    /// The created-by annotation is left out: nothing in this control loop reads it.</remarks>
    public static Pod From(ReplicationController controller) => new()
    {
        Metadata = new ObjectMeta
        {
            Namespace = controller.Namespace,
            GenerateName = controller.Name + "-",
            Labels = controller.Template.Labels,
            Annotations = controller.Template.Annotations,
        },
        Spec = controller.Template.Spec,
    };
}
