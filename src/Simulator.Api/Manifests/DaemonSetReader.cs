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
        var strategy = fields.Peek("updateStrategy")?.Read(ReadStrategy)
            ?? new DaemonSet { UpdateStrategy = whereAbsent == AbsentSelector.TemplateLabels ? "OnDelete" : "RollingUpdate" };
        return strategy with
        {
            Selector = SelectorReader.ReadFor(template, fields, whereAbsent),
            Template = template,
            MinReadySeconds = fields.Peek("minReadySeconds")?.Integer() ?? 0,
        };
    }

    private static DaemonSet ReadStrategy(FieldReader fields)
    {
        var steps = fields.Object(
            "rollingUpdate", static steps => new DaemonSet { MaxUnavailable = steps.Optional("maxUnavailable")?.TextOrInteger() ?? "1" });
        return (steps ?? new DaemonSet()) with { UpdateStrategy = fields.Text("type") is { Length: > 0 } type ? type : "RollingUpdate" };
    }
}
