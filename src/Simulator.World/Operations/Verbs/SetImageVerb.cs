using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>kubectl set image (pkg/kubectl/cmd/set/set_image.go): whether the kind allows it is the API server's matter.</summary>
internal static class SetImageVerb
{
    public static IEnumerable<Event> Run(SetImageOperation operation, Kubectl kubectl, Outcome outcome) =>
        Calls.Change(operation.Kind, operation.Key, stored => Changed(stored, operation), kubectl, outcome);

    private static Edit Changed(ApiObject stored, SetImageOperation operation)
    {
        if (SpecOf(stored) is not { } spec) return null;
        if (operation.Container is not (null or "*") && spec.Containers.All(container => container.Name != operation.Container))
        {
            return Edit.Refused($"error: unable to find container named \"{operation.Container}\"");
        }
        return With(
            stored,
            spec with
            {
                Containers = [.. spec.Containers.Select((container, index) => Concerns(container, index, operation)
                    ? container with { Image = operation.Image }
                    : container)],
            });
    }

    private static bool Concerns(Container container, int index, SetImageOperation operation) =>
        operation.Container is { } name ? name == "*" || name == container.Name : index == 0;

    private static PodSpec? SpecOf(ApiObject stored) => stored is Pod pod ? pod.Spec : (stored as IPodOwner)?.Template.Spec;

    private static ApiObject With(ApiObject stored, PodSpec spec) => stored switch
    {
        Pod pod => pod with { Spec = spec },
        ReplicaController controller => controller with { Template = controller.Template with { Spec = spec } },
        Deployment deployment => deployment with { Template = deployment.Template with { Spec = spec } },
        DaemonSet set => set with { Template = set.Template with { Spec = spec } },
        PetSet set => set with { Template = set.Template with { Spec = spec } },
        Job job => job with { Template = job.Template with { Spec = spec } },
        _ => stored,
    };
}
