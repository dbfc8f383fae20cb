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

    /// <summary>The selector of a controller; where absent, the template's labels (which <paramref name="whereAbsent"/> allows), or null if it has none.</summary>
    public static LabelSelector? ReadFor(PodTemplate template, FieldReader spec, AbsentSelector whereAbsent)
    {
        var selector = spec.Object("selector", Read);
        if (selector is null) return WhereAbsent(template, spec, whereAbsent);
        if (spec.Context.Validates) Check(selector, template, spec);
        return selector;
    }

    /// <summary>Labels and selector are both missing: then nothing could tell the pods of this controller.</summary>
    public static void RefuseUnlabelled(FieldReader spec)
    {
        if (spec.Context.Validates && spec.Has("template")) spec.ErrorAt("template", "has no labels, so that no selector can find its pods; allowed are templates with metadata.labels");
    }

    private static LabelSelector? WhereAbsent(PodTemplate template, FieldReader spec, AbsentSelector whereAbsent)
    {
        if (whereAbsent == AbsentSelector.Generated) return null;
        if (whereAbsent == AbsentSelector.Refused && spec.Context.Validates) spec.Error("the key 'selector' is missing; this version needs one");
        if (whereAbsent == AbsentSelector.Refused) return null;
        if (template.Labels.Count == 0) RefuseUnlabelled(spec);
        return template.Labels.Count == 0 ? null : new LabelSelector { MatchLabels = template.Labels };
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
