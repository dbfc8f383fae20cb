using System.Globalization;
using System.Security;
using System.Text;
using Simulator.Api.Words;

namespace Simulator.Reports.Plots.Drawings;

/// <summary>
/// Writes drawings as SVG. A shape has its colour as an attribute, for viewers that know no style sheets, and as classes, by which
/// <see cref="DarkCss"/> changes it where people read on a dark screen.
/// </summary>
internal static class SvgWriter
{
    private const string Fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

    /// <summary>What cannot be seen and yet be pointed at.</summary>
    private const string Unseen = " class=\"h\" fill=\"none\" pointer-events=\"all\"";

    /// <summary>The middle of small letters is that much of the size above the line that they stand on.</summary>
    private const double Lift = 0.35;

    /// <summary>Rules for a dark screen; <c>f</c> is what is filled, <c>s</c> what is drawn.</summary>
    public static string DarkCss { get; } =
        string.Concat(Palette.All.Select(tone => $".f.{tone.Name}{{fill:{tone.Dark}}}.s.{tone.Name}{{stroke:{tone.Dark}}}"));

    private static string FileStyle { get; } = $"<style>@media (prefers-color-scheme: dark){{{DarkCss}}}</style>";

    /// <summary>A file of its own.</summary>
    public static string File(Drawing drawing) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" {Size(drawing)}>\n{FileStyle}\n{Shapes(drawing)}</svg>\n";

    /// <summary>Whether a text is such a file: nobody else writes this style sheet.</summary>
    public static bool IsFile(string text) => text.Contains(FileStyle, StringComparison.Ordinal);

    /// <summary>A part of a page.</summary>
    /// <param name="style">A class of the page.</param>
    /// <param name="label">What it shows, for those who cannot see it.</param>
    public static string Inline(Drawing drawing, string style, string label) =>
        $"<svg class=\"{style}\" role=\"img\" aria-label=\"{Text(label)}\" {Size(drawing)}>\n{Shapes(drawing)}</svg>\n";

    private static string Size(Drawing drawing)
    {
        var (width, height) = (Number(drawing.Width), Number(drawing.Height));
        return $"viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"{Fonts}\"";
    }

    private static string Shapes(Drawing drawing)
    {
        var svg = new StringBuilder();
        foreach (var shape in drawing.Shapes.Prepend(new Box(0, 0, drawing.Width, drawing.Height, Palette.Paper)))
        {
            svg.Append(Shape(shape)).Append('\n');
        }
        return svg.ToString();
    }

    private static string Shape(Shape shape) => shape switch
    {
        Box box => Element("rect", $"{Filled(box.Tone, box.Opacity, box.Hint)} {Place(box.X, box.Y, box.Width, box.Height)}", box.Hint),
        Pane pane => Element("rect", $"{Unseen} {Place(pane.X, pane.Y, pane.Width, pane.Height)}", pane.Hint),
        Area area => Element("path", $"{Filled(area.Tone, area.Opacity, area.Hint)} d=\"{Path(area.Corners)}Z\"", area.Hint),
        Stroke stroke => Element("path", $"{Drawn(stroke)} d=\"{Path(stroke.Points)}\"", stroke.Hint),
        Diamond diamond => Element("path", $"{Filled(diamond.Tone, 1, diamond.Hint)} d=\"{Path(Corners(diamond))}Z\"", diamond.Hint),
        Disc disc => Element("circle", $"{Filled(disc.Tone, disc.Opacity, disc.Hint)} {Place(disc)}", disc.Hint),
        Words words => $"<text{Filled(words.Tone, 1, "")} {Place(words)}{Style(words)}>{Text(words.Text)}</text>",
        _ => throw new InvalidOperationException($"no SVG for {shape.GetType().Name}"),
    };

    private static string Element(string tag, string attributes, string hint) =>
        hint.Length == 0 ? $"<{tag}{attributes}/>" : $"<{tag}{attributes}><title>{Text(hint)}</title></{tag}>";

    private static string Filled(Tone tone, double opacity, string hint)
    {
        var light = opacity < 1 ? $" fill-opacity=\"{Number(opacity)}\"" : "";
        return $" class=\"f {tone.Name}{(hint.Length > 0 ? " h" : "")}\" fill=\"{tone.Light}\"{light}";
    }

    private static string Drawn(Stroke stroke)
    {
        var dash = stroke.Dash switch { Dash.Dashed => " stroke-dasharray=\"7 4\"", Dash.Dotted => " stroke-dasharray=\"2 3\"", _ => "" };
        var color = $"class=\"s {stroke.Tone.Name}\" fill=\"none\" stroke=\"{stroke.Tone.Light}\"";
        return $" {color} stroke-width=\"{Number(stroke.Width)}\"{dash}";
    }

    private static string Style(Words words)
    {
        var anchor = words.Anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
        return words.IsBold ? $"{anchor} font-weight=\"bold\"" : anchor;
    }

    private static string Place(Words words) =>
        $"x=\"{Number(words.X)}\" y=\"{Number(words.Y + (words.Size * Lift))}\" font-size=\"{Number(words.Size)}\"";

    private static string Place(Disc disc) => $"cx=\"{Number(disc.X)}\" cy=\"{Number(disc.Y)}\" r=\"{Number(disc.Radius)}\"";

    private static string Place(double x, double y, double width, double height) =>
        $"x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{Number(height)}\"";

    private static IReadOnlyList<Spot> Corners(Diamond diamond)
    {
        var (x, y, half) = (diamond.X, diamond.Y, diamond.Size / 2);
        return [new(x - half, y), new(x, y - half), new(x + half, y), new(x, y + half)];
    }

    private static string Path(IReadOnlyList<Spot> spots)
    {
        var path = new StringBuilder();
        foreach (var spot in spots) path.Append(path.Length == 0 ? 'M' : 'L').Append(Number(spot.X)).Append(' ').Append(Number(spot.Y));
        return path.ToString();
    }

    private static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(string text) => SecurityElement.Escape(VisibleText.OfLines(text))!;
}
