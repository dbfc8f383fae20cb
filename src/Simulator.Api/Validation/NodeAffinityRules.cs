namespace Simulator.Api.Validation;

/// <summary>
/// Affinity to nodes (ValidateNodeSelector, ValidatePreferredSchedulingTerms in pkg/api/validation/validation.go of 1.3.10).
/// </summary>
internal static class NodeAffinityRules
{
    public static void Check(NodeAffinity affinity, FieldPath path, FieldErrors errors)
    {
        if (affinity.Required is { } required)
            Check(required, path.Child("requiredDuringSchedulingIgnoredDuringExecution").Child("nodeSelectorTerms"), errors);
        for (var i = 0; i < affinity.Preferred.Count; i++)
        {
            var place = path.Child("preferredDuringSchedulingIgnoredDuringExecution").Index(i);
            CheckWeight(affinity.Preferred[i].Weight, place, errors);
            Check(affinity.Preferred[i].Preference, place.Child("preference"), errors);
        }
    }

    public static void CheckWeight(int weight, FieldPath path, FieldErrors errors)
    {
        if (weight is <= 0 or > 100) errors.Invalid(path.Child("weight"), weight, "must be in the range 1-100");
    }

    private static void Check(NodeSelector selector, FieldPath path, FieldErrors errors)
    {
        if (selector.Terms.Count == 0) errors.Required(path, "must have at least one node selector term");
        for (var i = 0; i < selector.Terms.Count; i++) Check(selector.Terms[i], path.Index(i), errors);
    }

    private static void Check(NodeSelectorTerm term, FieldPath path, FieldErrors errors)
    {
        var place = path.Child("matchExpressions");
        if (term.MatchExpressions.Count == 0) errors.Required(place, "must have at least one node selector requirement");
        for (var i = 0; i < term.MatchExpressions.Count; i++) Check(term.MatchExpressions[i], place.Index(i), errors);
    }

    private static void Check(SelectorRequirement requirement, FieldPath path, FieldErrors errors)
    {
        var values = path.Child("values");
        switch (requirement.Operator)
        {
            case "In" or "NotIn" when requirement.Values.Count == 0:
                errors.Required(
                values, "must be specified when `operator` is 'In' or 'NotIn'"); break;
            case "Exists" or "DoesNotExist" when requirement.Values.Count > 0:
                errors.Forbidden(
                values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"); break;
            case "Gt" or "Lt" when requirement.Values.Count != 1:
                errors.Required(
                values, "must be specified single value when `operator` is 'Lt' or 'Gt'"); break;
            case "In" or "NotIn" or "Exists" or "DoesNotExist" or "Gt" or "Lt": break;
            default: errors.Invalid(path.Child("operator"), requirement.Operator, "not a valid selector operator"); break;
        }

        errors.InvalidEach(path.Child("key"), requirement.Key, TextRules.QualifiedName(requirement.Key));
    }
}
