using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Controllers whose pods a node would rather not have (annotation scheduler.alpha.kubernetes.io/preferAvoidPods).</summary>
public static class AvoidedPods
{
    /// <summary>None if the text cannot be read.</summary>
    public static IReadOnlyList<OwnerReference> Read(LabelSet annotations) =>
        AnnotationText.Object(annotations.ValueOrEmpty(WellKnownAnnotations.PreferAvoidPods), ReadAll).Value?.Controllers ?? [];

    private static All ReadAll(FieldReader fields) =>
        new([.. fields.List("preferAvoidPods", ReadOne).Select(one => one.Controller).OfType<OwnerReference>()]);

    private static One ReadOne(FieldReader fields) =>
        new(fields.Object("podSignature", signature => new One(signature.Object("podController", ReadController)))?.Controller);

    private static OwnerReference ReadController(FieldReader fields) =>
        new(fields.Text("apiVersion"), fields.Text("kind"), fields.Text("name"), fields.Text("uid"), fields.Flag("controller"));

    private sealed record All(IReadOnlyList<OwnerReference> Controllers);

    private sealed record One(OwnerReference? Controller);
}
