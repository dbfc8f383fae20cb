namespace Simulator.Api;

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

    /// <summary>The selector of a controller; where absent, the template's labels (which <paramref name="whereAbsent"/> allows).</summary>
    public static LabelSelector? ReadFor(PodTemplate template, FieldReader spec, AbsentSelector whereAbsent)
    {
        var selector = spec.Object("selector", Read);
        if (selector is null && whereAbsent == AbsentSelector.Refused && spec.Context.Validates) spec.Error("the key 'selector' is missing; this version needs one");
        if (selector is null) return whereAbsent == AbsentSelector.TemplateLabels ? new LabelSelector { MatchLabels = template.Labels } : null;
        if (spec.Context.Validates) Check(selector, template, spec);
        return selector;
    }

    private static void Check(LabelSelector selector, PodTemplate template, FieldReader spec)
    {
        if (!SelectorMatcher.TryCompile(selector, out var matcher, out var error)) spec.ErrorAt("selector", error);
        else if (selector.IsEmpty) spec.ErrorAt("selector", "is empty and would select every pod; allowed are selectors with at least one requirement");
        else if (!matcher.Matches(template.Labels)) spec.ErrorAt("selector", $"does not match the labels of the template ({LabelChecks.Shown(template.Labels)}); allowed are selectors that do");
    }
}

/// <summary>What an absent selector of a controller means.</summary>
internal enum AbsentSelector
{
    TemplateLabels,
    Generated,
    Refused,
}
