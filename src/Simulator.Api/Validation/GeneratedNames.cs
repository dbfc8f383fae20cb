namespace Simulator.Api.Validation;

/// <summary>Names that the API server makes (pkg/api/generate.go of 1.3.10).</summary>
public static class GeneratedNames
{
    /// <summary>Random letters at the end.</summary>
    public const int SuffixLength = 5;

    private const int LengthMax = 63;

    /// <summary>The prefix, cut so that the name is no longer than 63 characters.</summary>
    public static string Make(string prefix, ReadOnlySpan<char> suffix) =>
        string.Concat(prefix.AsSpan(0, Math.Min(prefix.Length, LengthMax - SuffixLength)), suffix);
}
