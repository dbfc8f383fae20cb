using System.Text.RegularExpressions;

namespace Simulator.Reports;

/// <summary>Makes an SVG file fit to stand in a page among others.</summary>
internal static partial class InlineSvg
{
    /// <summary>Identifiers are of the whole page, so each picture's get its name before them.</summary>
    public static string Of(Picture picture)
    {
        var svg = picture.Svg[picture.Svg.IndexOf("<svg", StringComparison.Ordinal)..];
        svg = Identifier().Replace(svg, $" id=\"{picture.Name}-$1\"");
        svg = Reference().Replace(svg, $"url(#{picture.Name}-$1)");
        svg = Link().Replace(svg, $"href=\"#{picture.Name}-$1\"");
        var label = HtmlText.Encode(picture.Caption);
        return $"<figure>\n{svg.Replace("<svg ", $"<svg role=\"img\" aria-label=\"{label}\" ", StringComparison.Ordinal)}\n<figcaption>{label}</figcaption>\n</figure>\n";
    }

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"url\(#([^)]*)\)")]
    private static partial Regex Reference();

    [GeneratedRegex("href=\"#([^\"]*)\"")]
    private static partial Regex Link();
}
