using Xunit;

namespace Simulator.Tests.Quality;

/// <summary>
/// A page that people read and that tests hold to what the program says. With <c>REWRITE_PAGES=1</c> the page is corrected instead; look at
/// the difference before you commit it.
/// </summary>
internal static class Page
{
    /// <summary>What is held by tests is written by them instead of being compared (REWRITE_PAGES=1).</summary>
    public static readonly bool Rewrites = Environment.GetEnvironmentVariable("REWRITE_PAGES") == "1";

    private static readonly Lock Pages = new();

    /// <summary>The page holds the text, from its line <paramref name="begin"/> up to the next line that <paramref name="ends"/>.</summary>
    public static void Says(string path, string expected, string begin, Func<string, bool> ends)
    {
        lock (Pages)
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, path));
            if (Rewrites && !text.Contains(expected, StringComparison.Ordinal))
            {
                File.WriteAllText(Path.Combine(Repository.Root, path), text = Corrected(text, expected, begin, ends));
            }
            Assert.True(
                text.Contains(expected, StringComparison.Ordinal),
                $"{path} should say (REWRITE_PAGES=1 dotnet test writes it):\n{expected}");
        }
    }

    private static string Corrected(string text, string expected, string begin, Func<string, bool> ends)
    {
        var lines = text.Split('\n').ToList();
        var first = lines.FindIndex(line => line.StartsWith(begin, StringComparison.Ordinal));
        if (first < 0) return text;
        var last = lines.FindIndex(first + 1, line => ends(line));
        lines.RemoveRange(first, (last < 0 ? lines.Count : last) - first);
        lines.InsertRange(first, expected.Split('\n'));
        return string.Join('\n', lines);
    }
}
