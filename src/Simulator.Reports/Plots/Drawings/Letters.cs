namespace Simulator.Reports.Plots.Drawings;

/// <summary>
/// How much room words take, without asking a typeface: the advance widths of DejaVu Sans, the widest of those that a browser or a machine
/// puts in. In another one the words are a little shorter than the room that was left for them.
/// </summary>
internal static class Letters
{
    /// <summary>Bold letters are that much wider.</summary>
    public const double BoldFactor = 1.1;

    private const int First = ' ';
    private const int Other = 1000;

    /// <summary>Of the letters from the space to the tilde, in thousandths of the size.</summary>
    private static readonly short[] Widths =
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];

    /// <param name="size">In pixels.</param>
    public static double Width(string text, double size, double factor = 1) => text.Sum(Width) * size * factor / 1000;

    /// <summary>What does not fit a width ends in an ellipsis.</summary>
    public static string Cut(string text, double size, double width)
    {
        if (Width(text, size) <= width) return text;
        var length = text.Length;
        while (length > 0 && Width($"{text[..length]}…", size) > width) length--;
        return $"{text[..length]}…";
    }

    /// <summary>Lines that fit a width; a word that does not is broken.</summary>
    public static IReadOnlyList<string> Break(string text, double size, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ').SelectMany(word => Pieces(word, size, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size) > width) lines.Add(line);
            line = line.Length > 0 && Width(longer, size) > width ? word : longer;
        }

        return [.. lines, line];
    }

    private static IEnumerable<string> Pieces(string word, double size, double width)
    {
        var from = 0;
        for (var to = 2; to <= word.Length; to++)
        {
            if (Width(word[from..to], size) <= width || to - from < 2) continue;
            yield return word[from..(to - 1)];
            from = to - 1;
        }

        yield return word[from..];
    }

    private static int Width(char letter) => letter - First is var index && index >= 0 && index < Widths.Length ? Widths[index] : Other;
}
