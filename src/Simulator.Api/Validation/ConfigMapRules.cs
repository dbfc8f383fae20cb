namespace Simulator.Api.Validation;

/// <summary>ConfigMaps (ValidateConfigMap in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class ConfigMapRules
{
    public const int SizeBytesMax = 1 << 20;

    public static void Check(ConfigMap map, FieldErrors errors)
    {
        ObjectMetaRules.Check(map, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        CheckData(map.Keys, map.SizeBytes, errors);
    }

    public static void CheckUpdate(ConfigMap now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        Check(now, errors);
    }

    /// <summary>Keys are lower case in 1.3.</summary>
    public static void CheckData(IReadOnlyList<string> keys, long sizeBytes, FieldErrors errors)
    {
        var path = FieldPath.Root("data");
        foreach (var key in keys)
        {
            TextRules.CheckKey(key, path.Key(key), errors);
        }

        if (sizeBytes > SizeBytesMax) errors.TooLong(path, SizeBytesMax);
    }
}
