using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <summary>The ticks of a horizontal axis, their names within the picture, and what they count.</summary>
internal static class AcrossAxis
{
    private const double Size = 13;

    /// <param name="y">Of the axis.</param>
    /// <param name="width">Of the picture.</param>
    public static IEnumerable<Shape> Of(Ticks ticks, Func<double, double> x, double y, double width)
    {
        foreach (var tick in ticks.All)
        {
            yield return new Stroke([new(x(tick.At), y), new(x(tick.At), y + 5)], Palette.Faint, 1);
            yield return new Words(Within(x(tick.At), tick.Text, width), y + 15, tick.Text, Size, Palette.Ink, Anchor.Middle);
        }

        var middle = (x(double.NegativeInfinity) + x(double.PositiveInfinity)) / 2;
        var label = Letters.Cut(ticks.Label, Size, width - 2);
        yield return new Words(Within(middle, label, width), y + 37, label, Size, Palette.Faint, Anchor.Middle);
    }

    private static double Within(double middle, string text, double width)
    {
        var half = (Letters.Width(text, Size) / 2) + 1;
        return Math.Clamp(middle, half, Math.Max(half, width - half));
    }
}
