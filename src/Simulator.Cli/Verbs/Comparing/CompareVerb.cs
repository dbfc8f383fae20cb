using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Thresholds;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary><c>simulator compare A B</c></summary>
internal static class CompareVerb
{
    public static Command Create(Screen screen)
    {
        var verb = new Command(
            "compare",
            "Says of two results or variants which measures are better, the same, worse or unclear. Exit code 1 if one is worse.");
        var arguments = new CompareArguments();
        arguments.AddTo(verb);
        verb.SetAction(parsed => arguments.Read(parsed, screen) is { } options ? Compare(options, screen) : ExitCode.WrongInput);
        return verb;
    }

    private static int Compare(CompareOptions options, Screen screen)
    {
        if (BookOf(options, screen) is not { } book) return ExitCode.WrongInput;
        if (options.History is { } baseline) return new HistoryView(book, options.Confidence, screen).Show(baseline, options.Folder);
        var output = new ComparisonOutput(options, screen);
        if (!output.HasPlace()) return ExitCode.WrongInput;
        var reader = new SideReader(screen);
        var (before, after) = (reader.Read(options.Before, options.SettingsBefore), reader.Read(options.After, options.Settings));
        if (before is null || after is null) return ExitCode.WrongInput;
        if (Problem(options, before, after) is { } problem) return screen.Refuse(problem);
        if (before.Name == after.Name) (before, after) = (before with { Name = options.Before }, after with { Name = options.After });
        if (before is SideInput.Swept first && after is SideInput.Swept second)
        {
            var sweep = new SweptSides(first, second).Compare(book, options.Confidence, screen);
            return sweep is null ? ExitCode.WrongInput : output.Write(ToldComparison.Of(sweep));
        }

        using var interruption = new Interruption(screen.Interruption);
        var sides = new SideRuns(options.Seeds, screen, options.Output, interruption.Token).Complete(before, after);
        var result = new Comparer(book, options.Confidence).Compare(sides.Before, sides.After);
        return output.Write(ToldComparison.Of(result, Parting.Lines(before, after, result, interruption.Token)));
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
        var unheeded = Unheeded(options.SettingsBefore, before, options.Before) ?? Unheeded(options.Settings, after, options.After);
        if (unheeded is not null) return unheeded;
        if (before is SideInput.Swept != after is SideInput.Swept)
        {
            var (sweep, one) = before is SideInput.Swept ? (options.Before, options.After) : (options.After, options.Before);
            return $"{sweep} holds the variants of a sweep and {one} does not: allowed are two sweeps, which are compared variant by "
                + "variant";
        }

        if (before.Header.Scenario == after.Header.Scenario) return null;
        var baseline = IsBaseline(before) ? options.Before : IsBaseline(after) ? options.After : null;
        return baseline is null
            ? null
            : $"{options.Before} is of the scenario {before.Header.Scenario}, {options.After} of {after.Header.Scenario}: "
                + $"{baseline} is a baseline of another scenario";
    }

    private static string? Unheeded(IReadOnlyList<Setting> settings, SideInput side, string path)
    {
        if (settings.Count == 0 || side is SideInput.Planned) return null;
        var option = settings.All(KubernetesOption.IsOne) ? "--kubernetes" : "--set";
        return $"{option} changes a scenario file before it is run; {path} holds results";
    }

    private static bool IsBaseline(SideInput side) => side is SideInput.Finished { Folder: null };
}
