using Simulator.Api;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>A pod that an object is or makes.</summary>
/// <param name="Path">Of its spec in the object: <c>spec.template.spec</c>.</param>
internal sealed record PodUse(ApiObject Owner, PodSpec Spec, LabelSet Labels, string Path, SourceNode Place)
{
    public string Namespace => Owner.Namespace;

    /// <summary>Its nodes are chosen by the daemon controller, not by the scheduler.</summary>
    public bool IsOfDaemons => Owner is DaemonSet;

    /// <summary>As the scheduler would be given it.</summary>
    public Pod ToPod() =>
        new() { Metadata = new ObjectMeta { Name = Owner.Name, Namespace = Owner.Namespace, Labels = Labels }, Spec = Spec };

    /// <summary>Null if the object has no pods.</summary>
    public static PodUse? Of(PlacedObject placed) => placed.Value switch
    {
        Pod pod => new PodUse(pod, pod.Spec, pod.Metadata.Labels, "spec", placed.Place),
        IPodOwner owner => new PodUse(placed.Value, owner.Template.Spec, owner.Template.Labels, "spec.template.spec", placed.Place),
        _ => null,
    };

    /// <summary>An omission at a field of the pod's spec; where the object is generated, at what generates it.</summary>
    /// <param name="annotation">Where 1.3 has the field; "" if it is one of 1.3.</param>
    public Omission At(string field, Effect effect, string sentence, string annotation = "") =>
        FieldPlace.Of(Place, $"{Path}.{field}") is null && FieldPlace.OfAnnotation(Place, annotation) is { } place
            ? new(effect, Owner.Kind, $"{MetadataPath}.annotations.'{annotation}'{Below(field)}", sentence, place, Place)
            : new(effect, Owner.Kind, $"{Path}.{field}", sentence, FieldPlace.Of(Place, $"{Path}.{field}") ?? Place, Place);

    private string MetadataPath => Owner is Pod ? "metadata" : "spec.template.metadata";

    /// <summary>The annotation stands for the first step.</summary>
    private static string Below(string field) => field.IndexOf('.', StringComparison.Ordinal) is var dot && dot < 0 ? "" : field[dot..];
}
