namespace Simulator.Api.Validation;

/// <summary>How a volume may be used, and by how many (supportedAccessModes in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class AccessModeRules
{
    private static readonly string[] Supported = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce"];

    private static readonly FieldPath Path = FieldPath.Spec.Child("accessModes");

    /// <param name="detail">What is said if there are none.</param>
    public static void Check(IReadOnlyList<string> modes, string detail, FieldErrors errors)
    {
        if (modes.Count == 0) errors.Required(Path, detail);
        CheckEach(modes, errors);
    }

    public static void CheckEach(IReadOnlyList<string> modes, FieldErrors errors)
    {
        foreach (var mode in modes)
        {
            if (!Supported.Contains(mode)) errors.Unsupported(Path, mode, Supported);
        }
    }
}
