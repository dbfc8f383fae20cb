using System.CommandLine;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary><c>--plugin FILE</c>, as often as one likes: rules of one's own that policies and scenarios may name.</summary>
internal static class PluginOption
{
    public static Option<string[]> Create() => new("--plugin")
    {
        Description = "A library with scheduling rules of your own (.dll), which the policy or the scenario names; may come again.",
        HelpName = "FILE",
    };

    public static IReadOnlyList<Setting> Read(ParseResult parsed, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).Select(path => new Setting(Setting.PluginPath, path))];
}
