using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Timelines;

/// <param name="X">Pixels.</param>
/// <param name="Width">Pixels; enough to be seen.</param>
/// <param name="Bars">What it stands for: one, unless they would lie over each other.</param>
internal sealed record LanePiece(double X, double Width, LaneBarKind Kind, Tone Tone, List<LaneBar> Bars);

/// <summary>
/// The bars of a lane as they are drawn: those of one colour that would touch at this resolution are one piece, and none is too thin to be
/// seen.
/// </summary>
internal static class LanePieces
{
    public const double WidthMin = 3;

    /// <summary>Pixels between two pieces that are told apart.</summary>
    private const double GapMin = 1;

    public static IReadOnlyList<LanePiece> Of(Lane lane, Func<double, double> x, double right)
    {
        var pieces = new List<LanePiece>();
        foreach (var group in lane.Bars.Where(bar => bar.Kind != LaneBarKind.Done).GroupBy(bar => (bar.Kind, Tone: bar.Tone ?? lane.Tone)))
        {
            var first = pieces.Count;
            var bars = group.OrderBy(bar => bar.From).ThenBy(bar => bar.To);
            foreach (var bar in bars) Add(pieces, first, PieceOf(bar, group.Key.Tone, x, right));
        }

        return pieces;
    }

    private static void Add(List<LanePiece> pieces, int first, LanePiece piece)
    {
        if (pieces.Count == first || pieces[^1].X + pieces[^1].Width + GapMin <= piece.X)
        {
            pieces.Add(piece);
            return;
        }

        var last = pieces[^1];
        var end = Math.Max(last.X + last.Width, piece.X + piece.Width);
        last.Bars.AddRange(piece.Bars);
        pieces[^1] = last with { Width = end - last.X };
    }

    private static LanePiece PieceOf(LaneBar bar, Tone tone, Func<double, double> x, double right)
    {
        var width = Math.Max(WidthMin, x(bar.To) - x(bar.From));
        return new LanePiece(Math.Min(x(bar.From), right - width), width, bar.Kind, tone, [bar]);
    }
}
