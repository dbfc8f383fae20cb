using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>v1 ReplicationController.</summary>
internal static class ReplicationControllerReader
{
    public static ReplicationController Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var controller = fields.ReadSpec(ReadSpec, new ReplicationController());
        return controller with { Metadata = metadata.LabelledAs(controller.Template), Status = fields.Status() };
    }

    private static ReplicationController ReadSpec(FieldReader fields)
    {
        var template = PodTemplateReader.ReadFrom(fields);
        return new ReplicationController
        {
            Replicas = fields.Replicas(),
            Selector = ReadSelector(fields, template),
            Template = template,
        };
    }

    /// <summary>The template's labels where absent or empty (SetDefaults_ReplicationController).</summary>
    private static LabelSet ReadSelector(FieldReader fields, PodTemplate template)
    {
        var selector = fields.Labels("selector") ?? LabelSet.Empty;
        return selector.Count == 0 ? template.Labels : selector;
    }
}
