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
    public int Write(ComparisonResult result, IReadOnlyList<string> parting)
    {
        var code = options.Failing.Contains(result.Overall) ? ExitCode.Missed : ExitCode.Done;
        if (!HaveFiles(result, parting)) return ExitCode.WrongInput;
        if (options.Output == RunOutput.Json) JsonText.Write(DocumentOf(result, parting), screen.Out);
        else Print(result, parting, code);
        return code;
    }

    private static ComparisonDocument DocumentOf(ComparisonResult result, IReadOnlyList<string> parting) =>
        ComparisonDocument.Of(result, parting.Count > 0 ? parting : null);

    private void Print(ComparisonResult result, IReadOnlyList<string> parting, int code)
    {
        var lines = ComparisonText.Lines(result).ToList();
        foreach (var line in lines.SkipLast(1)) screen.Out.WriteLine(line);
        if (parting.Count > 0) screen.Out.WriteLine();
        foreach (var line in parting) screen.Out.WriteLine(line);
        if (parting.Count > 0) screen.Out.WriteLine();
        screen.Out.WriteLine($"{lines[^1]} → exit {code}{Hint(result, code)}");
        if (options.Folder is { } folder) screen.Out.WriteLine($"report: {Path.Combine(folder, ResultFolder.ReportFile)}");
    }

    private static string Hint(ComparisonResult result, int code) => result.Overall == Verdict.Unclear && code == ExitCode.Done
        ? "      (more seeds tell more: --seeds; unclear is failure with --strict)"
        : "";

    private bool HaveFiles(ComparisonResult result, IReadOnlyList<string> parting) =>
        HaveFile(options.Markdown, () => ComparisonMarkdown.Of(result, parting))
        && HaveFile(options.Html, () => StudyPage.Write(ComparisonStudy.Of(result, parting, options.Command)))
        && HaveFile(options.JUnit, () => ComparisonJUnit.Of(result, options.Failing))
        && (options.Folder is not { } folder || IsWritten(folder, () => WriteFolder(folder, result, parting)));

    private void WriteFolder(string folder, ComparisonResult result, IReadOnlyList<string> parting)
    {
        var notes = StudyFolder.Write(
            folder,
            ComparisonStudy.Of(result, parting, options.Command),
            [
                new NamedFile(ComparisonTable.FileName, text => ComparisonTable.Write(result, text)),
                new NamedFile(SummaryJson.FileName, text => JsonText.Write(DocumentOf(result, parting), text)),
            ]);
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
