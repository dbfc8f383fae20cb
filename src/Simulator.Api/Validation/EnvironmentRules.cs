namespace Simulator.Api.Validation;

/// <summary>Environment variables (validateEnv in pkg/api/validation/validation.go of 1.3.10, and in pkg/apis/core of 1.20).</summary>
internal static class EnvironmentRules
{
    private static readonly string[] Fields = ["metadata.name", "metadata.namespace", "status.podIP"];

    private static readonly string[] LaterFields =
    [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.podIP",
        "status.podIPs",
    ];

    public static void Check(IReadOnlyList<EnvironmentVariable> variables, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            var name = variables[i].Name;
            if (name.Length == 0) errors.Required(path.Index(i).Child("name"));
            else if (errors.IsLater) CheckLaterName(name, path.Index(i).Child("name"), errors);
            else if (!TextRules.IsCIdentifier(name)) errors.Invalid(path.Index(i).Child("name"), name, TextRules.CIdentifier);
            if (variables[i].Source is { } source) Check(variables[i], source, path.Index(i).Child("valueFrom"), errors);
        }
    }

    private static void Check(EnvironmentVariable variable, ValueSource source, FieldPath path, FieldErrors errors)
    {
        var fields = errors.IsLater ? LaterFields : Fields;
        if (source.Field is { } field) FieldReferenceRules.CheckField(field, fields, path.Child("fieldRef"), errors);
        if (source.Resource is { } resource) FieldReferenceRules.CheckResource(resource, path.Child("resourceFieldRef"), errors);
        if (source.ConfigMapKey is { } configMap) CheckKey(configMap, path.Child("configMapKeyRef"), errors);
        if (source.SecretKey is { } secret) CheckKey(secret, path.Child("secretKeyRef"), errors);
        object?[] sources = [source.Field, source.Resource, source.ConfigMapKey, source.SecretKey];
        var count = sources.Count(one => one is not null);
        if (variable.Value.Length > 0 && count > 0) errors.Invalid(path, "", "may not be specified when `value` is not empty");
        else if (variable.Value.Length == 0 && count != 1) errors.Invalid(path, "", "may not have more than one field specified at a time");
    }

    private static void CheckLaterName(string name, FieldPath path, FieldErrors errors)
    {
        if (!TextRules.IsVariable(name)) errors.Invalid(path, name, TextRules.Variable);
    }

    private static void CheckKey(KeyReference reference, FieldPath path, FieldErrors errors)
    {
        if (reference.Name.Length == 0) errors.Required(path.Child("name"));
        if (reference.Key.Length == 0) errors.Required(path.Child("key"));
        else TextRules.CheckKey(reference.Key, path.Child("key"), errors);
    }
}
