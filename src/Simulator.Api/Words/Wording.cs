namespace Simulator.Api.Words;

/// <summary>Pieces of the sentences with which input is refused.</summary>
public static class Wording
{
    private const int LongestName = 64;

    private const int LongestText = 60;

    /// <summary>Text from a file on one line and of bounded length.</summary>
    public static string Shortened(string text, int longest = LongestText)
    {
        var head = text.Length <= longest ? text : text[..longest] + "...";
        return VisibleText.Of(head);
    }

    /// <summary><c>a, b, c</c></summary>
    public static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    /// <summary><c>; did you mean 'x'?</c>, or "" if no name is near.</summary>
    public static string DidYouMean(string found, IEnumerable<string> names) =>
        Nearest(found, names) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    /// <summary>The name that takes the fewest edits, case not counted; null if it takes more than a third of its letters.</summary>
    /// <param name="most">Nor may it take more than so many edits.</param>
    public static string? Nearest(string found, IEnumerable<string> names, int most = LongestName)
    {
        if (found.Length is 0 or > LongestName) return null;
        var best = names
            .Where(name => name.Length <= LongestName)
            .Select(name => (Name: name, Edits: Edits(found.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Edits).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Edits <= Math.Min(most, Math.Max(1, Math.Min(found.Length, best.Name.Length) / 3))
            ? best.Name
            : null;
    }

    /// <summary>
    /// Letters that are wrong, too many, missing, or have changed places with their neighbour (optimal string alignment).
    /// </summary>
    private static int Edits(string a, string b)
    {
        var before = new int[b.Length + 1];
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 0; i < a.Length; i++)
        {
            current[0] = i + 1;
            for (var j = 0; j < b.Length; j++)
            {
                var other = previous[j] + (a[i] == b[j] ? 0 : 1);
                current[j + 1] = Math.Min(other, Math.Min(previous[j + 1], current[j]) + 1);
                if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]) current[j + 1] = Math.Min(current[j + 1], before[j - 1] + 1);
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }
}
