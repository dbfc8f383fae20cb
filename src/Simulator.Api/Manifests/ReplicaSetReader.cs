using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>
/// ReplicaSet of extensions/v1beta1 and of today's groups. Without labels of its own it has those of its template (SetDefaults_ReplicaSet).
/// </summary>
internal static class ReplicaSetReader
{
    public static ReplicaSet Read(FieldReader fields, AbsentSelector whereAbsent)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var set = fields.ReadSpec(spec => ReadSpec(spec, whereAbsent), new ReplicaSet());
        if (metadata.Labels.Count == 0) metadata = metadata with { Labels = set.Template.Labels };
        return set with { Metadata = metadata, Status = fields.Status() };
    }

    private static ReplicaSet ReadSpec(FieldReader fields, AbsentSelector whereAbsent)
    {
        var template = PodTemplateReader.ReadFrom(fields);
        return new ReplicaSet
        {
            Replicas = fields.Replicas(),
            Selector = SelectorReader.ReadFor(template, fields, whereAbsent),
            Template = template,
            MinReadySeconds = fields.Peek("minReadySeconds")?.Integer() ?? 0,
        };
    }
}
