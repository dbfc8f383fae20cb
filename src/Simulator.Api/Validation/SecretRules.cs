namespace Simulator.Api.Validation;

/// <summary>Secrets (ValidateSecret in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class SecretRules
{
    private const string Opaque = "Opaque";

    public static void Check(Secret secret, FieldErrors errors)
    {
        ObjectMetaRules.Check(secret, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        ConfigMapRules.CheckData(secret.Keys, secret.SizeBytes, errors);
        SecretTypes.Check(secret, errors);
    }

    public static void CheckUpdate(Secret old, Secret now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        if (TypeOf(old) != TypeOf(now)) errors.Invalid(FieldPath.Root("type"), TypeOf(now), "field is immutable");
        Check(now, errors);
    }

    private static string TypeOf(Secret secret) => secret.Type.Length > 0 ? secret.Type : Opaque;
}
