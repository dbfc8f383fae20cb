using System.Text;

namespace Simulator.Cli.Output;

/// <summary>A text as one argument of a command that is typed into a shell.</summary>
internal static class ShellWord
{
    private const string Harmless = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:=,%+-@";

    /// <summary>In quotes if a shell would make something else of it: brackets are patterns of file names.</summary>
    public static string Of(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExcept(Harmless) < 0
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>The words of a command that was put together of such texts.</summary>
    public static IReadOnlyList<string> Split(string command)
    {
        var words = new List<StringBuilder> { new() };
        var isQuoted = false;
        for (var i = 0; i < command.Length; i++)
        {
            if (command[i] == '\'') isQuoted = !isQuoted;
            else if (isQuoted) words[^1].Append(command[i]);
            else if (command[i] == ' ') words.Add(new StringBuilder());
            else words[^1].Append(command[i] == '\\' && i + 1 < command.Length ? command[++i] : command[i]);
        }

        return [.. words.Select(word => word.ToString())];
    }
}
