namespace Simulator.Api;

/// <summary>ReplicaSet of extensions/v1beta1 and of today's groups.</summary>
internal static class ReplicaSetReader
{
    public static ReplicaSet Read(FieldReader fields, AbsentSelector whereAbsent)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var set = fields.ReadSpec(spec => ReadSpec(spec, whereAbsent), new ReplicaSet());
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
        };
    }
}
