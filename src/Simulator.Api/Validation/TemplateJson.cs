using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// A pod template as a message repeats it: its labels, and names, images and resources of its containers (field order of pkg/api/types.go
/// of 1.3.10).
/// </summary>
internal static class TemplateJson
{
    public static string Of(PodTemplate template) => JsonText.Map(
        ("metadata", JsonText.Map(
            ("creationTimestamp", JsonText.Null),
            ("labels", template.Labels.Count == 0 ? "" : JsonText.Of(template.Labels)),
            ("annotations", template.Annotations.Count == 0 ? "" : JsonText.Of(template.Annotations)))),
        ("spec", JsonText.Map(
            ("containers", JsonText.List(template.Spec.Containers.Select(Of))),
            ("restartPolicy", JsonText.Of(template.Spec.RestartPolicy)))));

    private static string Of(Container container) => JsonText.Map(
        ("name", JsonText.Of(container.Name)),
        ("image", JsonText.Of(container.Image)),
        ("resources", JsonText.Map(
            ("limits", container.Limits.Amounts.Length == 0 ? "" : JsonText.Of(container.Limits)),
            ("requests", container.Requests.Amounts.Length == 0 ? "" : JsonText.Of(container.Requests)))));
}
