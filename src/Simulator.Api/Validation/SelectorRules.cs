using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>Label selectors (pkg/api/unversioned/validation/validation.go of 1.3.10).</summary>
internal static class SelectorRules
{
    public static void Check(LabelSelector? selector, FieldPath path, FieldErrors errors)
    {
        if (selector is null) return;
        ObjectMetaRules.CheckLabels(selector.MatchLabels, path.Child("matchLabels"), errors);
        for (var i = 0; i < selector.MatchExpressions.Count; i++)
        {
            Check(selector.MatchExpressions[i], path.Child("matchExpressions").Index(i), errors);
        }
    }

    /// <summary>A controller's selector: there, not empty, and of the right form.</summary>
    /// <param name="controller">As the message names it.</param>
    public static void CheckOwn(LabelSelector? selector, string controller, FieldErrors errors)
    {
        var path = FieldPath.Spec.Child("selector");
        if (selector is null) errors.Required(path);
        Check(selector, path, errors);
        if (selector is { IsEmpty: true })
            errors.InvalidJson(path, JsonText.Of(selector), $"empty selector is not valid for {controller}.");
    }

    /// <summary>
    /// Whether a selector takes the labels of the template beside it; null if it cannot be made out. None at all takes nothing.
    /// </summary>
    public static bool? Matches(LabelSelector? selector, LabelSet labels) =>
        selector is null ? false : SelectorMatcher.TryCompile(selector, out var matcher, out _) ? matcher.Matches(labels) : null;

    public static void RefuseLabels(PodTemplate template, FieldPath path, FieldErrors errors) =>
        errors.InvalidJson(
            path.Child("metadata").Child("labels"), JsonText.Of(template.Labels), "`selector` does not match template `labels`");

    private static void Check(SelectorRequirement requirement, FieldPath path, FieldErrors errors)
    {
        if (requirement.Operator is "In" or "NotIn" && requirement.Values.Count == 0)
            errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
        else if (requirement.Operator is "Exists" or "DoesNotExist" && requirement.Values.Count > 0)
            errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        else if (requirement.Operator is not ("In" or "NotIn" or "Exists" or "DoesNotExist"))
            errors.Invalid(path.Child("operator"), requirement.Operator, "not a valid selector operator");
        errors.InvalidEach(path.Child("key"), requirement.Key, TextRules.QualifiedName(requirement.Key));
    }
}
