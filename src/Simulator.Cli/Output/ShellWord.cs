namespace Simulator.Cli.Output;

/// <summary>A text as one argument of a command that is typed into a shell.</summary>
internal static class ShellWord
{
    private const string Harmless = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:=,%+-@";

    /// <summary>In quotes if a shell would make something else of it: brackets are patterns of file names.</summary>
    public static string Of(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExcept(Harmless) < 0
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
