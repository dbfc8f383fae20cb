namespace Simulator.Api;

/// <summary>v1 ReplicationController.</summary>
internal static class ReplicationControllerReader
{
    public static ReplicationController Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var controller = fields.ReadSpec(ReadSpec, new ReplicationController());
        return controller with { Metadata = metadata, Status = fields.Status() };
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
        LabelChecks.Check(fields.Optional("selector"));
        var selector = fields.Labels("selector") ?? LabelSet.Empty;
        if (selector.Count == 0 && template.Labels.Count == 0) SelectorReader.RefuseUnlabelled(fields);
        if (selector.Count == 0) return template.Labels;
        if (fields.Context.Validates && !selector.IsSubsetOf(template.Labels)) fields.ErrorAt("selector", $"does not match the labels of the template ({LabelChecks.Shown(template.Labels)}); allowed are selectors that do");
        return selector;
    }
}
