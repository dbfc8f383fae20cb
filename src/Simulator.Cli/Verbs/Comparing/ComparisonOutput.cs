using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Texts;
using Simulator.Reports.Files;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.Summaries;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>Tells a verdict to whoever wants it.</summary>
internal sealed class ComparisonOutput(CompareOptions options, Screen screen)
{
    /// <returns>False, and a sentence on the screen, if the folder is somebody else's: told before the runs, not after them.</returns>
    public bool HasPlace() =>
        options.Folder is not { } folder || IsWritten(folder, () => StudyFolder.Refuse(folder, ComparisonTable.FileName));

    /// <returns>The exit code.</returns>
    public int Write(ToldComparison told)
    {
        var code = options.Failing.Contains(told.Overall) ? ExitCode.Missed : ExitCode.Done;
        if (!HaveFiles(told)) return ExitCode.WrongInput;
        if (options.Output == RunOutput.Json) told.Json(screen.Out);
        else Print(told, code);
        return code;
    }

    private void Print(ToldComparison told, int code)
    {
        foreach (var line in told.Lines.SkipLast(1)) screen.Out.WriteLine(line);
        if (told.Parting.Count > 0) screen.Out.WriteLine();
        foreach (var line in told.Parting) screen.Out.WriteLine(line);
        if (told.Parting.Count > 0) screen.Out.WriteLine();
        screen.Out.WriteLine($"{told.Lines[^1]} → exit {code}{Hint(told.Overall, code)}");
        if (options.Folder is { } folder) screen.Out.WriteLine($"report: {Path.Combine(folder, ResultFolder.ReportFile)}");
    }

    private static string Hint(Verdict overall, int code) => overall == Verdict.Unclear && code == ExitCode.Done
        ? "      (more seeds tell more: --seeds; unclear is failure with --strict)"
        : "";

    private bool HaveFiles(ToldComparison told) =>
        HaveFile(options.Markdown, told.Markdown)
        && HaveFile(options.Html, () => StudyPage.Write(told.Content(options.Command)))
        && HaveFile(options.JUnit, () => told.JUnit(options.Failing))
        && (options.Folder is not { } folder || IsWritten(folder, () => WriteFolder(folder, told)));

    private void WriteFolder(string folder, ToldComparison told)
    {
        var notes = StudyFolder.Write(
            folder, told.Content(options.Command),
            [new NamedFile(ComparisonTable.FileName, told.Table), new NamedFile(SummaryJson.FileName, told.Json)]);
        foreach (var note in notes) screen.Tell(note, "yellow");
    }

    private bool HaveFile(string? path, Func<string> text) => path is null || IsWritten(path, () =>
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        File.WriteAllText(path, text());
    });

    private bool IsWritten(string path, Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            screen.Tell($"{path} cannot be written: {problem.Message}", "red");
            return false;
        }
    }
}
