using System.CommandLine;
using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Thresholds;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary><c>simulator compare A B</c></summary>
internal static class CompareVerb
{
    public static Command Create(Screen screen)
    {
        var before = new Argument<string>("A") { Description = "What it was: a folder of run or replicate, a baseline, a scenario file." };
        var after = new Argument<string?>("B")
        {
            Description = "What it is now: the same; with --set it may be left out, and is A with other values.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var set = SettingOption.Create();
        set.Description = "B is a scenario file with a value changed, as in clusters[0].nodePools[0].count=12; may come again.";
        var seeds = new Option<int?>("--seeds")
        {
            Description = "How often a scenario file is run; as the other side otherwise, 5 times if both are files.",
            HelpName = "N",
        };
        var thresholds = new Option<string?>("--thresholds")
        {
            Description = "A file that says of measures how much they may change; 'simulator measures' lists the defaults.",
            HelpName = "FILE",
        };
        var confidence = new Option<string>("--confidence")
        {
            Description = "How sure intervals and verdicts are.",
            HelpName = "SHARE",
            DefaultValueFactory = _ => "95%",
        };
        var markdown = new Option<string?>("--markdown") { Description = "Also for a pull request.", HelpName = "FILE" };
        var junit = new Option<string?>("--junit") { Description = "Also as JUnit XML.", HelpName = "FILE" };
        var strict = new Option<bool>("--strict") { Description = "Exit code 1 also if a measure is unclear." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document, and nothing else, to the output." };
        var verb = new Command(
            "compare",
            "Says of two results or variants which measures are better, the same, worse or unclear. Exit code 1 if one is worse.")
        {
            before, after, set, seeds, thresholds, confidence, markdown, junit, strict, json,
        };
        seeds.Validators.Add(result =>
        {
            if (result.GetValue(seeds) < 1) result.AddError("--seeds: found a number below 1; allowed are numbers from 1");
        });
        verb.SetAction(parsed =>
        {
            if (ConfidenceOf(parsed.GetRequiredValue(confidence)) is not { } share)
            {
                screen.Tell(
                    $"--confidence: found '{parsed.GetValue(confidence)}'; allowed are shares from 50% to 99.99%, such as 95%", "red");
                return ExitCode.WrongInput;
            }

            if (SettingOption.Read(parsed, set, screen) is not { } settings) return ExitCode.WrongInput;
            var first = parsed.GetRequiredValue(before);
            if ((parsed.GetValue(after) ?? (settings.Count > 0 ? first : null)) is not { } second)
            {
                screen.Tell("B is missing: a second folder, baseline or scenario file; or --set PATH=VALUE for a variant of A", "red");
                return ExitCode.WrongInput;
            }

            return Compare(
                new CompareOptions(first, second)
                {
                    Settings = settings,
                    Seeds = parsed.GetValue(seeds),
                    Thresholds = parsed.GetValue(thresholds),
                    Confidence = share,
                    Markdown = parsed.GetValue(markdown),
                    JUnit = parsed.GetValue(junit),
                    IsJson = parsed.GetValue(json),
                    Failing = parsed.GetValue(strict) ? [Verdict.Worse, Verdict.Unclear] : [Verdict.Worse],
                },
                screen);
        });
        return verb;
    }

    private static int Compare(CompareOptions options, Screen screen)
    {
        if (BookOf(options, screen) is not { } book) return ExitCode.WrongInput;
        var reader = new SideReader(screen);
        var (before, after) = (reader.Read(options.Before), reader.Read(options.After, options.Settings));
        if (before is null || after is null) return ExitCode.WrongInput;
        if (Problem(options, before, after) is { } mismatch)
        {
            screen.Tell(mismatch, "red");
            return ExitCode.WrongInput;
        }

        if (before.Name == after.Name) (before, after) = (before with { Name = options.Before }, after with { Name = options.After });
        using var interruption = new Interruption(screen.Interruption);
        var sides = new SideRuns(options.Seeds, screen, interruption.Token).Complete(before, after);
        var result = new Comparer(book, options.Confidence).Compare(sides.Before, sides.After);
        return new ComparisonOutput(options, screen).Write(result, Parting.Lines(before, after, result, interruption.Token));
    }

    private static ThresholdBook? BookOf(CompareOptions options, Screen screen)
    {
        if (options.Thresholds is not { } path) return ThresholdBook.Default;
        var diagnostics = new Diagnostics();
        var book = ThresholdFile.Read(path, diagnostics);
        if (book is null) DiagnosticText.Write(diagnostics, screen);
        return book;
    }

    /// <summary>A baseline is of one scenario: another one beside it is a slip. Two scenario files may be what is asked about.</summary>
    private static string? Problem(CompareOptions options, SideInput before, SideInput after)
    {
        if (options.Settings.Count > 0 && after is not SideInput.Planned)
        {
            return $"--set changes a scenario file before it is run; {options.After} holds results";
        }
        if (before.Header.Scenario == after.Header.Scenario) return null;
        var baseline = IsBaseline(before) ? options.Before : IsBaseline(after) ? options.After : null;
        return baseline is null
            ? null
            : $"{options.Before} is of the scenario {before.Header.Scenario}, {options.After} of {after.Header.Scenario}: "
                + $"{baseline} is a baseline of another scenario";
    }

    private static bool IsBaseline(SideInput side) => side is SideInput.Finished { Folder: null };

    private static double? ConfidenceOf(string text)
    {
        var number = text.TrimEnd('%');
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var share)) return null;
        if (text.EndsWith('%')) share /= 100;
        return share is >= 0.5 and <= 0.9999 ? share : null;
    }
}
