using System.CommandLine;
using Simulator.ControlPlane.Versions;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary><c>--kubernetes VERSION</c>: the same scenario with another version in all its clusters.</summary>
internal static class KubernetesOption
{
    private const string Path = "clusters[*].controlPlane.version";

    public static Option<string?> Create() => new("--kubernetes")
    {
        Description = $"Instead of the versions that the scenario says: {Known}.",
        HelpName = "VERSION",
    };

    /// <summary>What separates the versions of several sides.</summary>
    public const char Separator = ',';

    /// <summary>As messages list them.</summary>
    public static string Known => string.Join(", ", KubernetesVersions.Names);

    public static IReadOnlyList<Setting> Read(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } version ? [Of(version)] : [];

    public static Setting Of(string version) => new(Path, version.Trim());

    /// <summary>A setting that this option has made.</summary>
    public static bool IsOne(Setting setting) => setting.Path == Path;
}
