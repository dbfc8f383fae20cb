using Simulator.Api;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Rolling;

/// <summary>
/// The controller that a rolling update leads to: the old one with another image, told apart by a label
/// (CreateNewControllerFromCurrentController in pkg/kubectl/rolling_updater.go).
/// </summary>
internal static class NextController
{
    /// <summary>--deployment-label-key.</summary>
    public const string Label = "deployment";

    public const string NextName = "kubectl.kubernetes.io/next-controller-id";

    public static Edit Of(ReplicationController old, RollingUpdateOperation operation, Func<ReplicationController, string> hash)
    {
        var containers = old.Template.Spec.Containers;
        var index = operation.Container is { } name ? containers.ToList().FindIndex(container => container.Name == name) : 0;
        if (index < 0) return Edit.Refused($"error: container {operation.Container} not found in pod");
        if (containers.Count > 1 && operation.Container is null)
        {
            return Edit.Refused("error: Must specify container to update when updating a multi-container pod");
        }
        IReadOnlyList<Container> changed = [.. containers.Select((container, place) => place == index
            ? container with { Image = operation.Image }
            : container)];
        var next = old with { Template = old.Template with { Spec = old.Template.Spec with { Containers = changed } } };
        var own = hash(next);
        return next with
        {
            Metadata = new ObjectMeta
            {
                Name = operation.NewName ?? $"{old.Name}-{own}",
                Namespace = old.Namespace,
                Labels = old.Metadata.Labels,
                Annotations = old.Metadata.Annotations,
            },
            Selector = next.Selector.With(Label, own),
            Template = next.Template with { Labels = next.Template.Labels.With(Label, own) },
            Status = new ReplicaStatus(),
        };
    }
}
