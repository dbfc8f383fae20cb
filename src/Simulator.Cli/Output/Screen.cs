using Simulator.Api.Words;
using Spectre.Console;

namespace Simulator.Cli.Output;

/// <summary>Where a verb prints: results to the output, everything about their making to the error stream.</summary>
internal sealed class Screen(TextWriter @out, TextWriter error, CancellationToken interruption)
{
    private IAnsiConsole? _terminal;

    public TextWriter Out { get; } = new VisibleWriter(@out);

    public TextWriter Error { get; } = new VisibleWriter(error);

    public CancellationToken Interruption => interruption;

    /// <summary>Somebody looks at the error stream; then there may be a moving bar and colours.</summary>
    public bool IsTerminal => ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>The error stream as a terminal; NO_COLOR takes the colours away.</summary>
    public IAnsiConsole Terminal => _terminal ??= AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(error),
        ColorSystem = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
            ? ColorSystemSupport.NoColors
            : ColorSystemSupport.Detect,
    });

    /// <summary>Somebody did not want to wait. A bar that was shown had hidden the cursor.</summary>
    public void TellInterrupted()
    {
        if (IsTerminal) Terminal.Cursor.Show(true);
        Error.WriteLine("interrupted: no results were written");
    }

    /// <summary>A line on the error stream, in a colour where there are colours.</summary>
    public void Tell(string line, string colour)
    {
        if (IsTerminal) Terminal.MarkupLineInterpolated($"[{colour}]{VisibleText.OfLines(line)}[/]");
        else Error.WriteLine(line);
    }

    /// <summary>Says what is wrong with what was typed or read.</summary>
    /// <returns>The exit code.</returns>
    public int Refuse(string sentence)
    {
        Tell(sentence, "red");
        return ExitCode.WrongInput;
    }

    /// <summary>The same for whoever reads a thing of it.</summary>
    /// <returns>Null.</returns>
    public T? Refuse<T>(string sentence)
        where T : class
    {
        Refuse(sentence);
        return null;
    }
}
