using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Histories;
using Simulator.Reports.Comparison.Thresholds;
using Simulator.Reports.Files;
using Simulator.Reports.Html.Comparisons;
using Simulator.Reports.RunSets;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary><c>simulator compare --history NAME</c>: a baseline's measures over its versions in git.</summary>
internal sealed class HistoryView(ThresholdBook thresholds, double confidence, Screen screen)
{
    private const string SignFile = "history.txt";

    /// <param name="path">Of the baseline.</param>
    /// <param name="folder">For a page; null: none is wanted.</param>
    /// <returns>The exit code.</returns>
    public int Show(string path, string? folder)
    {
        if (!File.Exists(path)) return screen.Refuse($"{path}: there is no such baseline ('simulator baseline accept' writes one)");
        try
        {
            var sides = SidesOf(path);
            if (sides.Count == 0) return screen.Refuse($"{path} has no version in git's history that is a baseline");
            var history = BaselineHistory.Of(sides, thresholds, confidence);
            if (folder is not null) Write(history, path, folder);
            foreach (var line in HistoryText.Lines(history)) screen.Out.WriteLine(line);
            if (folder is not null) screen.Out.WriteLine($"report: {Path.Combine(folder, ResultFolder.ReportFile)}");
            return ExitCode.Done;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return screen.Refuse(problem.Message);
        }
    }

    /// <summary>The versions of the history, and the file as it lies here if nobody has committed it.</summary>
    private List<Side> SidesOf(string path)
    {
        var sides = new List<Side>();
        var versions = GitHistory.Of(path);
        foreach (var version in versions) Add(sides, version.Label, path, version.Text);
        var now = File.ReadAllText(path);
        if (versions.Count == 0 || versions[^1].Text != now) Add(sides, "not committed", path, now);
        return sides;
    }

    /// <summary>What was no baseline then is left out, and that is said.</summary>
    private void Add(List<Side> sides, string label, string path, string text)
    {
        try
        {
            var runs = Baseline.Read(path, text);
            sides.Add(new Side(label, runs.Header, runs.Rows));
        }
        catch (JsonException damage)
        {
            screen.Tell($"{label} is left out: {damage.Message}", "yellow");
        }
    }

    private void Write(BaselineHistory history, string path, string folder)
    {
        StudyFolder.Refuse(folder, SignFile);
        var name = Path.GetFileNameWithoutExtension(path);
        var command = $"simulator compare --history {ShellWord.Of(name)}";
        StudyFolder.Write(
            folder, HistoryContent.Of(history, command),
            [new NamedFile(SignFile, text => text.Write(string.Join('\n', HistoryText.Lines(history)) + "\n"))]);
    }
}
