namespace Simulator.Api.Validation;

/// <summary>Limit ranges (ValidateLimitRange in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class LimitRangeRules
{
    public static void Check(LimitRange range, FieldErrors errors)
    {
        ObjectMetaRules.Check(range, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        var types = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < range.Limits.Count; i++)
        {
            var path = FieldPath.Spec.Child("limits").Index(i);
            CheckType(range.Limits[i], types, path.Child("type"), errors);
            LimitRangeItemRules.Check(range.Limits[i], path, errors);
        }
    }

    public static void CheckUpdate(LimitRange now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        Check(now, errors);
    }

    private static void CheckType(LimitRangeItem item, HashSet<string> types, FieldPath path, FieldErrors errors)
    {
        var type = item.Type == LimitType.Other ? item.OtherType : item.Type.ToString();
        var messages = TextRules.QualifiedName(type);
        errors.InvalidEach(path, type, messages);
        if (messages.Count == 0 && item.Type == LimitType.Other && !type.Contains('/'))
            errors.Invalid(path, type, "must be a standard limit type or fully qualified");
        if (!types.Add(type)) errors.Duplicate(path, type);
    }
}
