using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary><c>--set PATH=VALUE</c>, as often as one likes.</summary>
internal static class SettingOption
{
    private const string Allowed = "allowed is PATH=VALUE, as in --set clusters[0].nodePools[0].count=12";

    public static Option<string[]> Create() => Create(
        "--set", "Changes a value of the scenario file before it is read, as in clusters[0].nodePools[0].count=12; may come again.");

    /// <summary>The same under another name, or with another meaning.</summary>
    public static Option<string[]> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "PATH=VALUE",
    };

    /// <summary>Null, and a sentence on the screen, if one is no setting.</summary>
    public static IReadOnlyList<Setting>? Read(ParseResult parsed, Option<string[]> option, Screen screen)
    {
        var texts = parsed.GetValue(option) ?? [];
        var wrong = texts.Where(text => text.IndexOf('=', StringComparison.Ordinal) <= 0).ToList();
        foreach (var text in wrong)
        {
            screen.Tell($"{option.Name} {text}  {(text.StartsWith('=') ? "has no path" : "has no '='")}; {Allowed}", "red");
        }
        return wrong.Count > 0 ? null : [.. texts.Select(Parse)];
    }

    /// <summary>As they are typed again, each after a blank.</summary>
    public static string Shown(IEnumerable<Setting> settings, string name = "--set") =>
        string.Concat(settings.Select(setting => setting.IsPlugin
            ? $" --plugin {ShellWord.Of(setting.Value)}"
            : $" {name} {ShellWord.Of(setting.ToString())}"));

    /// <param name="text">With an equals sign in it.</param>
    public static Setting Parse(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return new Setting(text[..at].Trim(), text[(at + 1)..].Trim());
    }
}
