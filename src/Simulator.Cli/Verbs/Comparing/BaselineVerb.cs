using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Texts;
using Simulator.Reports.Comparison.Thresholds;
using Simulator.Reports.Files;
using Simulator.Reports.RunSets;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary><c>simulator baseline accept DIR NAME</c></summary>
internal static class BaselineVerb
{
    public static Command Create(Screen screen)
    {
        var results = new Argument<string>("DIR")
        {
            Description = "A folder of run or replicate; or a scenario file, which is run.",
        };
        var name = new Argument<string>("NAME") { Description = "Of the baseline: results/baselines/NAME.json." };
        var seeds = new Option<int?>("--seeds") { Description = "How often a scenario file is run; 5 times otherwise.", HelpName = "N" };
        var folder = FolderOption();
        var accept = new Command("accept", "Makes results the baseline that later ones are compared with, and says what it replaces.")
        {
            results, name, seeds, folder,
        };
        accept.SetAction(parsed =>
        {
            var called = parsed.GetRequiredValue(name);
            if (Problem(called) is { } problem) return screen.Refuse(problem);
            var file = Path.Combine(parsed.GetRequiredValue(folder), called + ".json");
            return Accept(parsed.GetRequiredValue(results), file, parsed.GetValue(seeds), screen);
        });
        return new Command("baseline", "Keeps results for later comparisons.") { accept, CreateCheck(screen) };
    }

    private static Command CreateCheck(Screen screen)
    {
        var names = new Argument<string[]>("NAME") { Description = "Of baselines; all otherwise.", Arity = ArgumentArity.ZeroOrMore };
        var folder = FolderOption();
        var check = new Command(
            "check", "Runs the scenarios that baselines came from with their seeds, and compares. Exit code 1 if one is worse.")
        {
            names, folder,
        };
        check.SetAction(parsed =>
        {
            using var interruption = new Interruption(screen.Interruption);
            return new BaselineCheck(parsed.GetRequiredValue(folder), screen, interruption.Token).Run(parsed.GetValue(names) ?? []);
        });
        return check;
    }

    public static Option<string> FolderOption() => new("--folder")
    {
        Description = "Where baselines are.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Path.Combine("results", "baselines"),
    };

    private static int Accept(string path, string file, int? seeds, Screen screen)
    {
        if (new SideReader(screen).ReadOne(path) is not { } input) return ExitCode.WrongInput;
        using var interruption = new Interruption(screen.Interruption);
        var side = new SideRuns(seeds, screen, RunOutput.Text, interruption.Token).Complete(input);
        var text = Baseline.Write(side.Header, side.Rows);
        try
        {
            if (File.Exists(file)) TellOld(file, side, screen);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Write(file, written => written.Write(text));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return screen.Refuse($"{file} cannot be written: {failure.Message}");
        }

        var seedWords = side.Rows.Count == 1 ? $"seed {side.Rows[0].Seed}" : $"{side.Rows.Count} seeds";
        screen.Out.WriteLine($"{file}: {side.Header.Scenario}, {seedWords}, version {side.Header.Version}");
        return ExitCode.Done;
    }

    /// <summary>Old against new; a damaged old one is replaced, and that is said.</summary>
    private static void TellOld(string file, Side side, Screen screen)
    {
        try
        {
            var old = Baseline.Read(file, File.ReadAllText(file));
            var before = new Side("old", old.Header, old.Rows);
            var result = new Comparer(ThresholdBook.Default, Comparer.UsualConfidence).Compare(before, side with { Name = "new" });
            foreach (var line in ComparisonText.Lines(result)) screen.Out.WriteLine(line);
            screen.Out.WriteLine();
        }
        catch (System.Text.Json.JsonException damage)
        {
            screen.Tell($"{damage.Message} It is replaced.", "yellow");
        }
    }

    private static string? Problem(string name) =>
        name.Length is > 0 and <= 63
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
            && name[0] != '.'
            ? null
            : $"NAME: found '{name}'; allowed are up to 63 letters, digits, '-', '_' and '.'";
}
