using System.CommandLine;
using System.Globalization;
using Simulator.Cli.Output;
using Simulator.ControlPlane.Versions;
using Simulator.Reports.Comparison;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>What <c>compare</c> can be told.</summary>
internal sealed class CompareArguments
{
    private readonly Argument<string?> _before = new("A")
    {
        Description = "What it was: a folder of run or replicate, a baseline, a scenario file.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Argument<string?> _after = new("B")
    {
        Description = "What it is now: the same; with --set it may be left out, and is A with other values.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _set = SettingOption.Create();
    private readonly Option<string[]> _plugin = PluginOption.Create();

    private readonly Option<string?> _versions = new("--kubernetes")
    {
        Description =
            $"A and B are a scenario file under two versions, as in {string.Join(KubernetesOption.Separator, KubernetesVersions.Names)}.",
        HelpName = "VERSIONS",
    };

    private readonly Option<int?> _seeds = new("--seeds")
    {
        Description = "How often a scenario file is run; as the other side otherwise, 5 times if both are files.",
        HelpName = "N",
    };

    private readonly Option<string?> _thresholds = new("--thresholds")
    {
        Description = "A file that says of measures how much they may change; 'simulator measures' lists the defaults.",
        HelpName = "FILE",
    };

    private readonly Option<string> _confidence = new("--confidence")
    {
        Description = "How sure intervals and verdicts are.",
        HelpName = "SHARE",
        DefaultValueFactory = _ => "95%",
    };

    private readonly Option<string?> _history = new("--history")
    {
        Description = "Instead of A and B: a baseline, whose measures are told over its versions in git.",
        HelpName = "NAME",
    };

    private readonly Option<string> _baselines = BaselineVerb.FolderOption();

    private readonly Option<string?> _folder = new("--out")
    {
        Description = "Also as a page, report.html, with its tables.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _markdown = new("--markdown") { Description = "Also for a pull request.", HelpName = "FILE" };

    private readonly Option<string?> _junit = new("--junit") { Description = "Also as JUnit XML.", HelpName = "FILE" };

    private readonly Option<string?> _html = new("--html") { Description = "Also as one page to open.", HelpName = "FILE" };

    private readonly Option<bool> _strict = new("--strict") { Description = "Exit code 1 also if a measure is unclear." };

    private readonly Option<bool> _json = OutputOption.Json();

    public void AddTo(Command verb)
    {
        _set.Description = "B is a scenario file with a value changed, as in clusters[0].nodePools[0].count=12; may come again.";
        _seeds.Validators.Add(result =>
        {
            if (result.GetValue(_seeds) < 1) result.AddError("--seeds: found a number below 1; allowed are numbers from 1");
        });
        verb.Add(_before);
        verb.Add(_after);
        foreach (var option in (IEnumerable<Option>)
            [_set, _plugin, _versions, _seeds, _thresholds, _confidence, _history, _baselines, _folder, _markdown, _junit, _html, _strict,
                _json])
        {
            verb.Add(option);
        }
    }

    /// <summary>Null, and a sentence on the screen, if they make no comparison.</summary>
    public CompareOptions? Read(ParseResult parsed, Screen screen)
    {
        if (ConfidenceOf(parsed.GetRequiredValue(_confidence)) is not { } confidence)
        {
            return screen.Refuse<CompareOptions>(
                $"--confidence: found '{parsed.GetValue(_confidence)}'; allowed are shares from 50% to 99.99%, such as 95%");
        }

        if (SettingOption.Read(parsed, _set, screen) is not { } settings) return null;
        var versions = parsed.GetValue(_versions)?.Split(KubernetesOption.Separator) ?? [];
        if (versions.Length > 2)
        {
            return screen.Refuse<CompareOptions>(
                $"--kubernetes: found {versions.Length} versions; allowed are two, one for each side: {KubernetesOption.Known}");
        }

        var (before, history) = (parsed.GetValue(_before), parsed.GetValue(_history));
        var after = parsed.GetValue(_after) ?? (settings.Count > 0 || versions.Length == 2 ? before : null);
        if (history is not null && (before is not null || settings.Count > 0))
        {
            return screen.Refuse<CompareOptions>("--history stands alone: it tells of one baseline, not of A and B");
        }

        if (history is null && before is null)
        {
            return screen.Refuse<CompareOptions>("A and B are missing: folders, baselines or scenario files; or --history NAME");
        }
        if (history is null && after is null)
        {
            return screen.Refuse<CompareOptions>(
                "B is missing: a second folder, baseline or scenario file; or --set PATH=VALUE for a variant of A, or --kubernetes with "
                    + "two versions");
        }

        return new CompareOptions(before ?? "", after ?? "")
        {
            SettingsBefore = [.. PluginOption.Read(parsed, _plugin), .. versions.Take(1).Select(KubernetesOption.Of)],
            Settings = [.. PluginOption.Read(parsed, _plugin), .. settings, .. versions.TakeLast(1).Select(KubernetesOption.Of)],
            Seeds = parsed.GetValue(_seeds),
            Thresholds = parsed.GetValue(_thresholds),
            Confidence = confidence,
            History = history is null ? null : Path.Combine(parsed.GetRequiredValue(_baselines), history + ".json"),
            Folder = parsed.GetValue(_folder),
            Markdown = parsed.GetValue(_markdown),
            JUnit = parsed.GetValue(_junit),
            Html = parsed.GetValue(_html),
            Command = CommandOf(before ?? "", parsed.GetValue(_after), settings, parsed),
            Output = parsed.GetValue(_json) ? RunOutput.Json : RunOutput.Text,
            Failing = parsed.GetValue(_strict) ? [Verdict.Worse, Verdict.Unclear] : [Verdict.Worse],
        };
    }

    /// <summary>What repeats it.</summary>
    private string CommandOf(string before, string? after, IReadOnlyList<Setting> settings, ParseResult parsed)
    {
        var other = after is null ? "" : $" {ShellWord.Of(after)}";
        var seeds = parsed.GetValue(_seeds) is { } count ? string.Create(CultureInfo.InvariantCulture, $" --seeds {count}") : "";
        var rules = parsed.GetValue(_thresholds) is { } file ? $" --thresholds {ShellWord.Of(file)}" : "";
        var versions = parsed.GetValue(_versions) is { } both ? $" --kubernetes {ShellWord.Of(both)}" : "";
        return $"simulator compare {ShellWord.Of(before)}{other}{versions}{SettingOption.Shown(settings)}{seeds}{rules}";
    }

    private static double? ConfidenceOf(string text)
    {
        var number = text.TrimEnd('%');
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)) return null;
        if (text.EndsWith('%')) share /= 100;
        return share is >= 0.5 and <= 0.9999 ? share : null;
    }
}
