namespace Simulator.Api;

/// <summary>apps/v1alpha1 PetSet, and today's StatefulSet as one.</summary>
internal static class PetSetReader
{
    public static PetSet Read(FieldReader fields, AbsentSelector whereAbsent)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var set = fields.ReadSpec(spec => ReadSpec(spec, whereAbsent), new PetSet());
        return set with { Metadata = metadata };
    }

    private static PetSet ReadSpec(FieldReader fields, AbsentSelector whereAbsent)
    {
        var template = PodTemplateReader.ReadFrom(fields);
        if (fields.Context.Validates && fields.Required("serviceName") is not null && fields.Text("serviceName").Length == 0) fields.ErrorAt("serviceName", "is empty; allowed is the name of the headless Service under which the pets have names");
        return new PetSet
        {
            Replicas = fields.Replicas(),
            Selector = SelectorReader.ReadFor(template, fields, whereAbsent),
            Template = template,
            ServiceName = fields.Text("serviceName"),
            VolumeClaimTemplates = ReadTemplates(fields),
        };
    }

    /// <summary>A name that comes twice would be one claim for two volumes.</summary>
    private static IReadOnlyList<PersistentVolumeClaim> ReadTemplates(FieldReader fields)
    {
        var first = new Dictionary<string, SourceMapping>(StringComparer.Ordinal);
        return fields.List("volumeClaimTemplates", template =>
        {
            var claim = PersistentVolumeClaimReader.ReadTemplate(template);
            if (claim.Name.Length > 0 && !first.TryAdd(claim.Name, template.Node) && template.Context.Validates)
                template.Error($"the claim '{claim.Name}' comes twice; the first stands at {first[claim.Name].File}:{first[claim.Name].Line}:{first[claim.Name].Column}");
            return claim;
        });
    }
}
