using ScottPlot;
using Simulator.Api.Words;
using SkiaSharp;

namespace Simulator.Reports.Plots.Drawings;

/// <summary>Draws a drawing with the typeface of this machine, one unit a pixel, at twice the size for sharp screens and print.</summary>
internal static class PngWriter
{
    private const int Sharpness = 2;

    /// <summary>Flat colours gain nothing from filters, and trying all of them for each row was a third of what a picture costs.</summary>
    private static readonly SKPngEncoderOptions Unfiltered = new(SKPngEncoderFilterFlags.NoFilters, zLibLevel: 6);

    public static byte[] Write(Drawing drawing)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = ColorOf(Palette.Paper);
        plot.Layout.Frameless();
        plot.HideGrid();
        foreach (var shape in drawing.Shapes) Add(plot, shape);
        plot.Axes.SetLimits(0, drawing.Width, -drawing.Height, 0);
        plot.ScaleFactor = Sharpness;
        return Write(plot, (int)(drawing.Width * Sharpness), (int)(drawing.Height * Sharpness));
    }

    private static byte[] Write(Plot plot, int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        plot.Render(surface.Canvas, width, height);
        using var pixels = surface.PeekPixels();
        using var png = pixels.Encode(Unfiltered);
        return png!.ToArray();
    }

    private static void Add(Plot plot, Shape shape)
    {
        switch (shape)
        {
            case Box box: Add(plot, box); break;
            case Area area: Add(plot, area); break;
            case Stroke stroke: Add(plot, stroke); break;
            case Diamond diamond: Add(plot, diamond); break;
            case Disc disc: Add(plot, disc); break;
            case Words words: Add(plot, words); break;
        }
    }

    private static void Add(Plot plot, Box box)
    {
        var rectangle = plot.Add.Rectangle(box.X, box.X + box.Width, -box.Y - box.Height, -box.Y);
        rectangle.FillColor = ColorOf(box.Tone).WithAlpha(box.Opacity);
        rectangle.LineWidth = 0;
    }

    private static void Add(Plot plot, Area area)
    {
        var polygon = plot.Add.Polygon(area.Corners.Select(spot => new Coordinates(spot.X, -spot.Y)).ToArray());
        polygon.FillColor = ColorOf(area.Tone).WithAlpha(area.Opacity);
        polygon.LineWidth = 0;
    }

    private static void Add(Plot plot, Stroke stroke)
    {
        var line = plot.Add.ScatterLine(stroke.Points.Select(spot => new Coordinates(spot.X, -spot.Y)).ToArray(), ColorOf(stroke.Tone));
        line.LineWidth = (float)stroke.Width;
        line.LinePattern = stroke.Dash switch
        {
            Dash.Dashed => LinePattern.Dashed,
            Dash.Dotted => LinePattern.Dotted,
            _ => LinePattern.Solid,
        };
    }

    private static void Add(Plot plot, Diamond diamond) =>
        plot.Add.Marker(diamond.X, -diamond.Y, MarkerShape.FilledDiamond, (float)diamond.Size, ColorOf(diamond.Tone));

    private static void Add(Plot plot, Disc disc)
    {
        var color = ColorOf(disc.Tone).WithAlpha(disc.Opacity);
        plot.Add.Marker(disc.X, -disc.Y, MarkerShape.FilledCircle, (float)(disc.Radius * 2), color);
    }

    private static void Add(Plot plot, Words words)
    {
        var text = plot.Add.Text(VisibleText.OfLines(words.Text), words.X, -words.Y);
        text.LabelFontName = PlotFonts.Family ?? "sans-serif";
        text.LabelFontSize = (float)words.Size;
        text.LabelBold = words.IsBold;
        text.LabelFontColor = ColorOf(words.Tone);
        text.LabelAlignment = words.Anchor switch
        {
            Anchor.Start => Alignment.MiddleLeft,
            Anchor.Middle => Alignment.MiddleCenter,
            _ => Alignment.MiddleRight,
        };
    }

    private static Color ColorOf(Tone tone) => Color.FromHex(tone.Light);
}
