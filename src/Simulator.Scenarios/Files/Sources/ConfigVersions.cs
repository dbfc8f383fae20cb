namespace Simulator.Scenarios.Files.Sources;

/// <summary>Versions of the scheduler's configuration (kubescheduler.config.k8s.io), the oldest first.</summary>
internal static class ConfigVersions
{
    public const string First = "v1beta1";

    /// <summary>The filter of resources scores, too, and what had scored them has gone.</summary>
    public const string Second = "v1beta2";

    /// <summary>There is a point for all points.</summary>
    public const string Third = "v1beta3";

    public const string Last = "v1";

    private const string Group = "kubescheduler.config.k8s.io/";

    private static readonly string[] Names = [First, Second, Third, Last];

    /// <summary>As files say them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Select(name => Group + name)];

    /// <param name="version">With its group or without.</param>
    public static string NameOf(string version) => version[(version.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public static bool IsSince(string version, string since) => Array.IndexOf(Names, NameOf(version)) >= Array.IndexOf(Names, since);
}
