namespace Simulator.Api.Validation;

/// <summary>
/// Paths within volumes, which must not lead out of them (validateSubPath, validateVolumeSourcePath in pkg/api/validation/validation.go of
/// 1.3.10).
/// </summary>
internal static class PathRules
{
    public static void CheckSubPath(string target, FieldPath path, FieldErrors errors)
    {
        if (target.StartsWith('/')) errors.Invalid(path, target, "must be a relative path");
        if (target.StartsWith("../", StringComparison.Ordinal)) errors.Invalid(path, target, "must not start with '../'");
        if (target.Contains("/../", StringComparison.Ordinal)) errors.Invalid(path, target, "must not contain '/../'");
        if (target.EndsWith("/..", StringComparison.Ordinal)) errors.Invalid(path, target, "must not end with '/..'");
    }

    public static void CheckSourcePath(string target, FieldPath path, FieldErrors errors)
    {
        if (target.StartsWith('/')) errors.Invalid(path, target, "must be a relative path");
        var parts = target.Split('/');
        foreach (var part in parts)
        {
            if (part == "..") errors.Invalid(path, target, "must not contain '..'");
        }

        if (parts[0].Length > 2 && parts[0].StartsWith("..", StringComparison.Ordinal))
            errors.Invalid(path, target, "must not start with '..'");
    }
}
