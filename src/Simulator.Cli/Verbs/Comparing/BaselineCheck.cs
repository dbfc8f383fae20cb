using System.Text.Json;
using Simulator.Api.Words;
using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Texts;
using Simulator.Reports.Comparison.Thresholds;
using Simulator.Reports.RunSets;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>
/// <c>simulator baseline check [NAME...]</c>: runs the scenarios that baselines came from, and compares. A line a baseline, and what is
/// worse of it.
/// </summary>
/// <param name="folder">Where baselines are.</param>
internal sealed class BaselineCheck(string folder, Screen screen, CancellationToken interruption)
{
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public int Run(IReadOnlyList<string> names)
    {
        var code = ExitCode.Done;
        List<string> paths = [.. names.Count > 0 ? names.Select(PathOf) : All()];
        if (paths.Count == 0) return screen.Refuse($"{folder} holds no baselines ('simulator baseline accept' writes one)");
        foreach (var path in paths)
        {
            var found = Check(path);
            if (found == ExitCode.WrongInput || code == ExitCode.Done) code = found;
        }

        return code;
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".json");

    private IEnumerable<string> All() =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];

    private int Check(string path)
    {
        if (Read(path) is not { } baseline) return ExitCode.WrongInput;
        var (origin, settings) = OriginOf(baseline.Header.Command);
        if (ExplainedRun.Locate(origin, folder) is not { } scenario)
        {
            return screen.Refuse($"{path} came from {origin}, which is not found from here (its command: {baseline.Header.Command})");
        }

        if (new SideReader(screen).Read(scenario, settings) is not { } now) return ExitCode.WrongInput;
        var before = new SideInput.Finished("baseline", baseline.Header, baseline.Rows, null);
        if (now.Header.Scenario != baseline.Header.Scenario)
        {
            return screen.Refuse($"{path} is of the scenario {baseline.Header.Scenario}; {scenario} is {now.Header.Scenario} now");
        }

        var sides = new SideRuns(null, screen, RunOutput.Text, interruption).Complete(before, now with { Name = "now" });
        return Tell(
            Path.GetFileNameWithoutExtension(path), new Comparer(
                ThresholdBook.Default, Comparer.UsualConfidence).Compare(sides.Before, sides.After));
    }

    private int Tell(string name, ComparisonResult result)
    {
        var pairing = result.Pairing;
        var others = pairing.Count - pairing.Identical;
        var same = others == 0 ? "the same to the last observation" : $"{others} of {pairing.Count} runs are others than before";
        screen.Out.WriteLine($"{name,-28} {VerdictCells.Word(result.Overall),-8} {ComparisonText.Count(result)}; {same}");
        if (result.Overall != Verdict.Worse) return ExitCode.Done;
        foreach (var line in ComparisonText.Lines(result)) screen.Out.WriteLine("  " + line);
        return ExitCode.Missed;
    }

    private RunSet? Read(string path)
    {
        if (!File.Exists(path))
        {
            var known = All().Select(there => Path.GetFileNameWithoutExtension(there)).ToList();
            var are = known.Count > 0 ? $"; there are {Wording.Listed(known)}" : "";
            return screen.Refuse<RunSet>($"{path}: there is no such baseline{are}");
        }

        try
        {
            return Baseline.Read(path, File.ReadAllText(path));
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            screen.Refuse(problem.Message);
            return null;
        }
    }

    /// <summary>From <c>simulator replicate PATH --set A=B ...</c>.</summary>
    private static (string Scenario, IReadOnlyList<Setting> Settings) OriginOf(string command)
    {
        var words = ShellWord.Split(command);
        var settings = words.Zip(words.Skip(1))
            .Where(pair => pair.First == "--set" && pair.Second.Contains('=', StringComparison.Ordinal))
            .Select(pair => SettingOption.Parse(pair.Second));
        return (words.ElementAtOrDefault(2) ?? "", [.. settings]);
    }
}
