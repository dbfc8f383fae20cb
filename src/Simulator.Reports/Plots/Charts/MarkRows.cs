using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <param name="Row">0 is the one farthest from the curves.</param>
/// <param name="Anchor">Start: the name stands to the right of its line.</param>
internal sealed record PlacedMark(double X, int Row, Anchor Anchor, string Text)
{
    public const double Inset = 4;

    public double Left => Anchor == Anchor.Start ? X + Inset : X - Inset - Letters.Width(Text, ChartFrame.TickSize);

    public double Right => Left + Letters.Width(Text, ChartFrame.TickSize);
}

/// <summary>
/// Puts the names of marks into rows above the curves; a line goes from each name down. No name lies on another one's name or line.
/// </summary>
internal static class MarkRows
{
    public static IReadOnlyList<PlacedMark> Place(IReadOnlyList<ChartMark> marks, ChartFrame frame)
    {
        ChartMark[] ordered = [.. marks.OrderByDescending(mark => mark.At)];
        var placed = new List<PlacedMark>();
        if (!IsPlaced(ordered, frame, placed))
        {
            placed = [.. ordered.Select((mark, row) => new PlacedMark(frame.X(mark.At), row, Anchor.Start, mark.Text))];
        }

        var most = placed.Select(mark => mark.Row).DefaultIfEmpty().Max();
        return [.. placed.Select(mark => mark with { Row = most - mark.Row })];
    }

    /// <summary>Each as near to the curves as it can be, if the others then find a place, too; rows are counted from the curves.</summary>
    private static bool IsPlaced(ChartMark[] marks, ChartFrame frame, List<PlacedMark> placed)
    {
        if (placed.Count == marks.Length) return true;
        foreach (var candidate in Candidates(marks[placed.Count], frame, marks.Length))
        {
            if (placed.Exists(other => !IsApart(candidate, other))) continue;
            placed.Add(candidate);
            if (IsPlaced(marks, frame, placed)) return true;
            placed.RemoveAt(placed.Count - 1);
        }

        return false;
    }

    private static IEnumerable<PlacedMark> Candidates(ChartMark mark, ChartFrame frame, int rows) =>
        from row in Enumerable.Range(0, rows)
        from anchor in new[] { Anchor.Start, Anchor.End }
        let candidate = new PlacedMark(frame.X(mark.At), row, anchor, mark.Text)
        where candidate.Right <= frame.Width && candidate.Left >= frame.Left
        select candidate;

    private static bool IsApart(PlacedMark one, PlacedMark other) =>
        !(one.Row == other.Row && one.Left < other.Right + PlacedMark.Inset && other.Left < one.Right + PlacedMark.Inset)
        && !IsCrossed(one, other) && !IsCrossed(other, one);

    /// <summary>The line passes through the row of the name.</summary>
    private static bool IsCrossed(PlacedMark name, PlacedMark line) =>
        line.Row >= name.Row && line.X > name.Left - PlacedMark.Inset && line.X < name.Right + PlacedMark.Inset;
}
