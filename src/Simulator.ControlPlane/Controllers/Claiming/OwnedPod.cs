using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;

namespace Simulator.ControlPlane.Controllers.Claiming;

/// <summary>A <see cref="ControlledPod"/> that names its owner, too (GetPodFromTemplate in controller_utils.go).</summary>
internal static class OwnedPod
{
    /// <remarks>Labels, annotations, spec and references are shared by all its pods.</remarks>
    public static Pod From<T>(PodTemplate template, Owner<T> owner)
        where T : ApiObject
    {
        var pod = ControlledPod.From(template, owner.CreatedBy);
        return pod with { Metadata = pod.Metadata with { OwnerReferences = owner.References } };
    }
}
