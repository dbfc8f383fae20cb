namespace Simulator.Reports.Comparison.Divergences;

/// <summary>Where two runs of one seed part: the first observation that is not the same.</summary>
/// <param name="Context">What both observed before, the latest last.</param>
/// <param name="Before">Of the first side; null: its run has ended, or is silent at a time at which the other is not.</param>
/// <param name="After">Of the second side.</param>
public sealed record Divergence(string Seed, IReadOnlyList<EventRow> Context, EventRow? Before, EventRow? After)
{
    /// <summary>Observations that are told before.</summary>
    public const int ContextRows = 5;

    /// <summary>Side below side, with the names of the two.</summary>
    public IReadOnlyList<string> Lines(string before, string after)
    {
        var width = Math.Max(Math.Max(before.Length, after.Length), "both".Length) + 2;
        return
        [
            $"first difference of seed {Seed}:",
            .. Context.Select(row => $"  {"both".PadRight(width)}{row}"),
            $"  {before.PadRight(width)}{Before?.ToString() ?? "(nothing more at this time)"}",
            $"  {after.PadRight(width)}{After?.ToString() ?? "(nothing more at this time)"}",
        ];
    }
}
