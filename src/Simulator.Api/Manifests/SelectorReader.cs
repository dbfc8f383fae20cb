using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Label selectors and their requirements.</summary>
internal static class SelectorReader
{
    public static LabelSelector Read(FieldReader fields) => new()
    {
        MatchLabels = fields.Labels("matchLabels") ?? LabelSet.Empty,
        MatchExpressions = fields.List("matchExpressions", ReadRequirement),
    };

    public static SelectorRequirement ReadRequirement(FieldReader fields) =>
        new(fields.Text("key"), fields.Text("operator"), fields.Texts("values"));

    /// <summary>
    /// The selector of a controller; where absent, the template's labels (which <paramref name="whereAbsent"/> allows), or null if it has
    /// none.
    /// </summary>
    public static LabelSelector? ReadFor(PodTemplate template, FieldReader spec, AbsentSelector whereAbsent)
    {
        if (spec.Object("selector", Read) is { } selector) return selector;
        return whereAbsent != AbsentSelector.TemplateLabels || template.Labels.Count == 0
            ? null
            : new LabelSelector { MatchLabels = template.Labels };
    }
}

/// <summary>What an absent selector of a controller means.</summary>
internal enum AbsentSelector
{
    TemplateLabels,
    None,
}
