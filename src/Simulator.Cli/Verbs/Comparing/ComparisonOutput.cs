using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Texts;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>Tells a verdict to whoever wants it.</summary>
internal sealed class ComparisonOutput(CompareOptions options, Screen screen)
{
    /// <returns>The exit code.</returns>
    public int Write(ComparisonResult result, IReadOnlyList<string> parting)
    {
        var code = options.Failing.Contains(result.Overall) ? ExitCode.Missed : ExitCode.Done;
        if (!HaveFiles(result, parting)) return ExitCode.WrongInput;
        if (options.IsJson) JsonText.Write(ComparisonDocument.Of(result, parting.Count > 0 ? parting : null), screen.Out);
        else Print(result, parting, code);
        return code;
    }

    private void Print(ComparisonResult result, IReadOnlyList<string> parting, int code)
    {
        var lines = ComparisonText.Lines(result).ToList();
        foreach (var line in lines.SkipLast(1)) screen.Out.WriteLine(line);
        if (parting.Count > 0) screen.Out.WriteLine();
        foreach (var line in parting) screen.Out.WriteLine(line);
        if (parting.Count > 0) screen.Out.WriteLine();
        screen.Out.WriteLine($"{lines[^1]} → exit {code}{Hint(result, code)}");
    }

    private static string Hint(ComparisonResult result, int code) => result.Overall == Verdict.Unclear && code == ExitCode.Done
        ? "      (more seeds tell more: --seeds; unclear is failure with --strict)"
        : "";

    private bool HaveFiles(ComparisonResult result, IReadOnlyList<string> parting) =>
        HaveFile(options.Markdown, () => ComparisonMarkdown.Of(result, parting))
        && HaveFile(options.JUnit, () => ComparisonJUnit.Of(result, options.Failing));

    private bool HaveFile(string? path, Func<string> text)
    {
        if (path is null) return true;
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
            File.WriteAllText(path, text());
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            screen.Tell($"{path} cannot be written: {problem.Message}", "red");
            return false;
        }
    }
}
