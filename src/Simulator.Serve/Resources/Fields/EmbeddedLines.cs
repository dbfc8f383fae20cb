namespace Simulator.Serve.Resources.Fields;

/// <summary>The lines of a table that is built in, without its comments.</summary>
internal static class EmbeddedLines
{
    public static IEnumerable<string> Of(string table)
    {
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream(table)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#')) yield return line;
        }
    }
}
