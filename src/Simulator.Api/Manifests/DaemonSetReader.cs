using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>DaemonSet of extensions/v1beta1 and of today's groups.</summary>
internal static class DaemonSetReader
{
    public static DaemonSet Read(FieldReader fields, AbsentSelector whereAbsent)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var set = fields.ReadSpec(spec => ReadSpec(spec, whereAbsent), new DaemonSet());
        return set with { Metadata = metadata.LabelledAs(set.Template) };
    }

    private static DaemonSet ReadSpec(FieldReader fields, AbsentSelector whereAbsent)
    {
        var template = PodTemplateReader.ReadFrom(fields);
        return new DaemonSet
        {
            Selector = SelectorReader.ReadFor(template, fields, whereAbsent),
            Template = template,
        };
    }
}
