namespace Simulator.Studies.Fuzzing;

/// <summary>Ways to spoil a file, one a line; each answers the text as it was if it finds nothing to spoil.</summary>
internal static class Mutations
{
    /// <summary>Letters that mean something to YAML, to tables, or to nobody.</summary>
    private static readonly string[] Marks =
    [
        "{", "}", "[", "]", ":", ",", "-", "&a ", "*a", "!", "|", ">", "'", "\"", "%", "@", "#", "?", "\t", "\n", "\r", "\0", "\u001b",
        "\u202e",
        "\ufeff", "---\n", "<<: ", "0", "9999999999",
    ];

    public delegate string Way(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice);

    /// <summary>The first ones come more often: they are listed more than once.</summary>
    public static IReadOnlyList<Way> All { get; } =
    [
        SetExtreme, SetExtreme, SetExtreme, TakeValue, TakeValue, SwapValues, DropLine, DropLine, RepeatLines, MoveLine, Indent, Cut,
        Insert, DropSpan,
        TakeLines,
    ];

    private static string SetExtreme(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice) =>
        SiteIn(text, file, dice) is { } site ? site.Replaced(text, dice.Of(ExtremeValues.All)) : Insert(text, file, corpus, dice);

    /// <summary>Of any key of any file.</summary>
    private static string TakeValue(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice)
    {
        var other = dice.Of(corpus.Files);
        if (SiteIn(text, file, dice) is not { } site || other.Sites.Count == 0) return text;
        return site.Replaced(text, dice.Of(other.Sites).In(other.Text));
    }

    private static string SwapValues(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice)
    {
        if (SiteIn(text, file, dice) is not { } a || SiteIn(text, file, dice) is not { } b) return text;
        var (first, second) = a.Start <= b.Start ? (a, b) : (b, a);
        if (first.Start + first.Length > second.Start) return text;
        return first.Replaced(second.Replaced(text, first.In(text)), second.In(text));
    }

    private static string DropLine(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice)
    {
        var lines = text.Split('\n').ToList();
        lines.RemoveAt(dice.Below(lines.Count));
        return string.Join('\n', lines);
    }

    private static string RepeatLines(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice)
    {
        var lines = text.Split('\n').ToList();
        var from = dice.Below(lines.Count);
        var some = lines.GetRange(from, 1 + dice.Below(Math.Min(5, lines.Count - from)));
        lines.InsertRange(from, some);
        return string.Join('\n', lines);
    }

    private static string MoveLine(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice)
    {
        var lines = text.Split('\n').ToList();
        var line = lines[dice.Below(lines.Count)];
        lines.Remove(line);
        lines.Insert(dice.Below(lines.Count + 1), line);
        return string.Join('\n', lines);
    }

    private static string Indent(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice)
    {
        var lines = text.Split('\n');
        var at = dice.Below(lines.Length);
        lines[at] = dice.Below(2) == 0
            ? $"  {lines[at]}"
            : lines[at].StartsWith("  ", StringComparison.Ordinal)
            ? lines[at][2..]
            : lines[at];
        return string.Join('\n', lines);
    }

    private static string Cut(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice) => text[..dice.Below(text.Length + 1)];

    private static string Insert(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice) =>
        text.Insert(dice.Below(text.Length + 1), dice.Of(Marks));

    private static string DropSpan(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice)
    {
        if (text.Length == 0) return text;
        var from = dice.Below(text.Length);
        return text.Remove(from, 1 + dice.Below(Math.Min(20, text.Length - from)));
    }

    /// <summary>Of any file.</summary>
    private static string TakeLines(string text, FuzzFile file, FuzzCorpus corpus, FuzzDice dice)
    {
        var others = dice.Of(corpus.Files).Text.Split('\n');
        var from = dice.Below(others.Length);
        var lines = text.Split('\n').ToList();
        lines.InsertRange(dice.Below(lines.Count + 1), others.Skip(from).Take(1 + dice.Below(8)));
        return string.Join('\n', lines);
    }

    /// <summary>One of the sound file that is still where it was.</summary>
    private static ScalarSite? SiteIn(string text, FuzzFile file, FuzzDice dice)
    {
        if (file.Sites.Count == 0) return null;
        var site = dice.Of(file.Sites);
        var isThere = site.Start + site.Length <= text.Length
            && string.CompareOrdinal(text, site.Start, file.Text, site.Start, site.Length) == 0;
        return isThere ? site : null;
    }
}
