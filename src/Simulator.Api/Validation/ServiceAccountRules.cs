namespace Simulator.Api.Validation;

/// <summary>Service accounts (ValidateServiceAccount in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class ServiceAccountRules
{
    public static void Check(ServiceAccount account, FieldErrors errors) =>
        ObjectMetaRules.Check(account, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);

    public static void CheckUpdate(ServiceAccount now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        Check(now, errors);
    }
}
