using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>apps/v1alpha1 PetSet, and today's StatefulSet as one.</summary>
internal static class PetSetReader
{
    public static PetSet Read(FieldReader fields, AbsentSelector whereAbsent)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var set = fields.ReadSpec(spec => ReadSpec(spec, whereAbsent), new PetSet());
        return set with { Metadata = metadata.LabelledAs(set.Template) };
    }

    private static PetSet ReadSpec(FieldReader fields, AbsentSelector whereAbsent)
    {
        var template = PodTemplateReader.ReadFrom(fields);
        return new PetSet
        {
            Replicas = fields.Replicas(),
            Selector = SelectorReader.ReadFor(template, fields, whereAbsent),
            Template = template,
            ServiceName = fields.Text("serviceName"),
            VolumeClaimTemplates = fields.List("volumeClaimTemplates", PersistentVolumeClaimReader.ReadTemplate),
        };
    }
}
