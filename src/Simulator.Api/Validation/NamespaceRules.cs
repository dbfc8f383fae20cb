namespace Simulator.Api.Validation;

/// <summary>Namespaces (ValidateNamespace in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class NamespaceRules
{
    public static void Check(Namespace home, FieldErrors errors)
    {
        ObjectMetaRules.Check(home, Scope.Cluster, TextRules.Dns1123Label, errors);
        foreach (var finalizer in home.Finalizers) ObjectMetaRules.CheckFinalizer(finalizer, FieldPath.Spec.Child("finalizers"), errors);
    }

    public static void CheckUpdate(Namespace now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        Check(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
    }
}
