namespace Simulator.Api;

/// <summary>spec.template of the controllers.</summary>
internal static class PodTemplateReader
{
    /// <summary>The template of a controller's spec; an error if it is absent, where errors are told.</summary>
    public static PodTemplate ReadFrom(FieldReader spec)
    {
        var template = spec.Context.Validates ? spec.Required("template") : spec.Optional("template");
        return template?.Read(Read) ?? new PodTemplate();
    }

    private static PodTemplate Read(FieldReader fields)
    {
        var metadata = fields.Optional("metadata");
        var meta = metadata?.Read(ReadMeta) ?? new PodTemplate();
        var spec = fields.Context.Validates ? fields.Required("spec") : fields.Optional("spec");
        return meta with { Spec = spec?.Read(pod => PodSpecReader.Read(pod, metadata, meta.Annotations)) ?? new PodSpec() };
    }

    private static PodTemplate ReadMeta(FieldReader fields)
    {
        LabelChecks.Check(fields.Optional("labels"));
        return new PodTemplate
        {
            Labels = fields.Labels("labels") ?? LabelSet.Empty,
            Annotations = AnnotationReader.Read(fields),
        };
    }
}
