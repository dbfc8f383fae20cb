using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Timelines;

/// <summary>What the pieces and curves of a lane tell to whom points at them.</summary>
internal static class LaneHints
{
    private const double StripMin = 6;

    public static string Of(Timeline timeline, Lane lane, LanePiece piece)
    {
        var meaning = timeline.Key.FirstOrDefault(entry => entry.Tone == piece.Tone && entry.Kind == piece.Kind)?.Text ?? "";
        var (from, to) = (piece.Bars.Min(bar => bar.From), piece.Bars.Max(bar => bar.To));
        var isOne = piece.Bars.Count == 1;
        var length = isOne && to > from ? $" ({HumanTime.Long(to - from)})" : "";
        var times = isOne
            ? ""
            : $"{HumanNumber.Count(piece.Bars.Count)} times, {HumanTime.Long(piece.Bars.Sum(bar => bar.To - bar.From))} in all";
        return string.Join('\n', new[] { lane.Name, meaning, $"{Span(from, to)}{length}", times }.Where(line => line.Length > 0));
    }

    /// <param name="x">From seconds to pixels.</param>
    public static IEnumerable<Pane> OfCurve(Lane lane, Func<double, double> x, double top, double bottom)
    {
        var points = Columns.Of(lane.Curve, at => (int)(x(at) / StripMin));
        for (var i = 1; i < points.Count; i++)
        {
            var (from, point) = (points[i - 1], points[i]);
            var lowest = point.IsRange ? $" (lowest {HumanNumber.Percent(point.Lowest)})" : "";
            var hint = $"{lane.Name}\n{Span(from.At, point.At)}\n{HumanNumber.Percent(point.Value)}{lowest}";
            yield return new Pane(x(from.At), top, x(point.At) - x(from.At), bottom - top) { Hint = hint };
        }
    }

    private static string Span(double from, double to)
    {
        var (first, last) = (HumanTime.Clock(from), HumanTime.Clock(to));
        return first == last ? first : $"{first} – {last}";
    }
}
