namespace Simulator.Api.Validation;

/// <summary>Classes of priority (pkg/apis/scheduling/validation/validation.go of 1.20).</summary>
internal static class PriorityClassRules
{
    private const string SystemPrefix = "system-";

    private const int UserMax = 1_000_000_000;

    private static readonly (string Name, int Value)[] Systems =
        [("system-node-critical", 2_000_001_000), ("system-cluster-critical", 2_000_000_000)];

    public static void Check(PriorityClass value, FieldErrors errors)
    {
        ObjectMetaRules.Check(value, Scope.Cluster, TextRules.Dns1123Subdomain, errors);
        if (value.Name.StartsWith(SystemPrefix, StringComparison.Ordinal)) CheckSystem(value, errors);
        else if (value.Value > UserMax)
        {
            errors.Forbidden(FieldPath.Root("value"), $"maximum allowed value of a user defined priority is {UserMax}");
        }

        if (value.PreemptionPolicy is not ("" or "PreemptLowerPriority" or "Never"))
        {
            errors.Unsupported(FieldPath.Root("preemptionPolicy"), value.PreemptionPolicy, "PreemptLowerPriority", "Never");
        }
    }

    public static void CheckUpdate(PriorityClass old, PriorityClass now, FieldErrors errors)
    {
        if (now.Value != old.Value) errors.Forbidden(FieldPath.Root("Value"), "may not be changed in an update.");
    }

    private static void CheckSystem(PriorityClass value, FieldErrors errors)
    {
        var known = Array.Find(Systems, system => system.Name == value.Name);
        var fault = known.Name is null ? $"{value.Name} is not a known system priority class"
            : known.Value != value.Value ? $"value of {known.Name} PriorityClass must be {known.Value}"
            : value.IsGlobalDefault ? $"globalDefault of {known.Name} PriorityClass must be false"
            : null;
        if (fault is null) return;
        errors.Forbidden(
            FieldPath.Metadata.Child("name"),
            $"priority class names with '{SystemPrefix}' prefix are reserved for system use only. error: {fault}");
    }
}
