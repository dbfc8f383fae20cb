using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>spec.template of the controllers.</summary>
internal static class PodTemplateReader
{
    /// <summary>The template of a controller's spec; none if it is absent.</summary>
    public static PodTemplate ReadFrom(FieldReader spec) => spec.Optional("template")?.Read(Read) ?? PodTemplate.None;

    private static PodTemplate Read(FieldReader fields)
    {
        var metadata = fields.Optional("metadata");
        var meta = metadata?.Read(ReadMeta) ?? new PodTemplate();
        return meta with
        {
            Spec = fields.Optional("spec")?.Read(pod => PodSpecReader.Read(pod, metadata, meta.Annotations)) ?? new PodSpec(),
        };
    }

    private static PodTemplate ReadMeta(FieldReader fields) => new()
    {
        Labels = fields.Labels("labels") ?? LabelSet.Empty,
        Annotations = AnnotationReader.Read(fields),
    };
}
