using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Studies;

public enum VerdictKind
{
    Neutral,
    Good,
    Bad,
}

/// <summary>What the words of verdicts mean, for pages and pictures alike.</summary>
public static class VerdictWords
{
    private static readonly string[] Good = ["better", "holds", "met", "fits"];

    private static readonly string[] Bad = ["worse", "fails", "missed", "breaks"];

    /// <summary>By the first word: <c>worse (allowed: 0.5 %)</c> is bad; same, unclear and all others are neutral.</summary>
    public static VerdictKind KindOf(string verdict)
    {
        var word = verdict.Split(' ', 2)[0];
        if (Bad.Contains(word, StringComparer.OrdinalIgnoreCase)) return VerdictKind.Bad;
        return Good.Contains(word, StringComparer.OrdinalIgnoreCase) ? VerdictKind.Good : VerdictKind.Neutral;
    }

    internal static Tone ToneOf(string verdict) => KindOf(verdict) switch
    {
        VerdictKind.Good => Palette.Green,
        VerdictKind.Bad => Palette.Orange,
        _ => Palette.Faint,
    };
}
