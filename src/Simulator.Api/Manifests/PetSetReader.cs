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
        var strategy = fields.Peek("updateStrategy")?.Read(ReadStrategy) ?? DefaultStrategy(whereAbsent);
        return strategy with
        {
            Replicas = fields.Replicas(),
            Selector = SelectorReader.ReadFor(template, fields, whereAbsent),
            Template = template,
            ServiceName = fields.Text("serviceName"),
            VolumeClaimTemplates = fields.List("volumeClaimTemplates", PersistentVolumeClaimReader.ReadTemplate),
            PodManagementPolicy = fields.Peek("podManagementPolicy")?.Text() is { Length: > 0 } policy ? policy : "OrderedReady",
            RevisionHistoryLimit = fields.Peek("revisionHistoryLimit")?.Integer() ?? 10,
        };
    }

    /// <summary>The older groups do not update by themselves (SetDefaults_StatefulSet of each).</summary>
    private static PetSet DefaultStrategy(AbsentSelector whereAbsent) => whereAbsent == AbsentSelector.TemplateLabels
        ? new PetSet { UpdateStrategy = "OnDelete", Partition = null }
        : new PetSet();

    private static PetSet ReadStrategy(FieldReader fields)
    {
        var type = fields.Text("type");
        var partition = fields.Object("rollingUpdate", static steps => new Steps(steps.Optional("partition")?.Integer() ?? 0));
        return new PetSet
        {
            UpdateStrategy = type.Length > 0 ? type : "RollingUpdate",
            Partition = partition?.Partition ?? (type == "OnDelete" ? null : 0),
        };
    }

    private sealed record Steps(int Partition);
}
