using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Timelines;

/// <param name="X">Pixels from the left of the lanes.</param>
/// <param name="Y">Pixels from their top to the middle of the line.</param>
/// <param name="IsName">Of the lane.</param>
public sealed record PlacedLine(double X, double Y, string Text, bool IsName);

/// <param name="BarTop">Pixels from the top of the lanes.</param>
public sealed record PlacedLane(Lane Lane, double Top, double BarTop, double BarBottom, double Bottom, IReadOnlyList<PlacedLine> Lines);

/// <summary>
/// Puts the lanes under each other and the words over their bars, so that nothing is cut off or written over other words.
/// </summary>
/// <param name="width">Pixels of the lanes, without the column of names.</param>
/// <param name="names">Pixels of that column; where names do not fit into it they stand as a line of their own over the words.</param>
public sealed class LaneLayout(Timeline timeline, double width, double names)
{
    public const int FontSize = 14;
    private const double LineHeight = 18;
    private const double Margin = 8;
    private const double BarHeight = 14;

    /// <summary>Words stand off the edge of a shade.</summary>
    private const double Inset = 3;
    private const double CurveHeight = 56;

    /// <summary>Between words and the next ones of their row.</summary>
    private const double WordGap = 8;

    private bool HasColumn => timeline.Lanes.All(lane => NameWidth(lane.Name) <= names);

    public static double NameWidth(string name) => Letters.Width(name, FontSize, Letters.BoldFactor);

    public IReadOnlyList<PlacedLane> Place()
    {
        var placed = new List<PlacedLane>();
        foreach (var lane in timeline.Lanes) placed.Add(Place(lane, placed.Count == 0 ? 0 : placed[^1].Bottom));
        return placed;
    }

    private PlacedLane Place(Lane lane, double top)
    {
        var lines = new List<PlacedLine>();
        var ends = new List<double>();
        var y = top + Margin;
        foreach (var text in HasColumn ? [] : Letters.Break(lane.Name, FontSize * Letters.BoldFactor, width))
        {
            lines.Add(new PlacedLine(-names, Below(ref y), text, true));
        }

        foreach (var note in lane.Notes) Place(note, y, lines, ends);
        y += ends.Count * LineHeight;
        var bottom = y + (lane.Curve.Count > 0 ? CurveHeight : BarHeight);
        if (lane.Bars.Count == 0 && lane.Curve.Count == 0) bottom = y;
        if (HasColumn) lines.Add(new PlacedLine(-names, (top + Margin + bottom) / 2, lane.Name, true));
        return new PlacedLane(lane, top, y, bottom, bottom + Margin, lines);
    }

    /// <summary>In the first rows that are free from where it begins.</summary>
    private void Place(LaneNote note, double top, List<PlacedLine> lines, List<double> ends)
    {
        var texts = Letters.Break(note.Text, FontSize, width - Inset);
        var length = texts.Max(text => Letters.Width(text, FontSize));
        var x = Math.Max(0, Math.Min((note.At - timeline.From) / (timeline.To - timeline.From) * width, width - length - Inset));
        var row = Enumerable.Range(0, ends.Count + 1).First(row => ends.Skip(row).All(end => end <= x));
        for (var i = 0; i < texts.Count; i++)
        {
            if (row + i == ends.Count) ends.Add(0);
            ends[row + i] = x + length + WordGap;
            lines.Add(new PlacedLine(x + Inset, top + ((row + i + 0.5) * LineHeight), texts[i], false));
        }
    }

    private static double Below(ref double y)
    {
        y += LineHeight;
        return y - (LineHeight / 2);
    }
}
