using System.Text.RegularExpressions;

namespace Simulator.Reports;

/// <summary>Makes SVG files fit to stand in a page among others.</summary>
internal static partial class InlineSvg
{
    /// <summary>Drawn twice; the style sheet shows the one that fits the screen.</summary>
    public static string Of(Picture picture)
    {
        var label = HtmlText.Encode(picture.Caption);
        var wide = Named(picture.Svg, picture.Name, $"class=\"wide-screen\" role=\"img\" aria-label=\"{label}\"");
        var narrow = Named(picture.NarrowSvg, picture.Name + "-narrow", $"class=\"narrow-screen\" role=\"img\" aria-label=\"{label}\"");
        return $"<figure>\n{wide}\n{narrow}\n<figcaption>{label}</figcaption>\n</figure>\n";
    }

    /// <summary>Identifiers are of the whole page, so each picture's get its name before them.</summary>
    private static string Named(string file, string name, string attributes)
    {
        var svg = file[file.IndexOf("<svg", StringComparison.Ordinal)..];
        svg = Identifier().Replace(svg, $" id=\"{name}-$1\"");
        svg = Reference().Replace(svg, $"url(#{name}-$1)");
        svg = Link().Replace(svg, $"href=\"#{name}-$1\"");
        return svg.Replace("<svg ", $"<svg {attributes} ", StringComparison.Ordinal);
    }

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"url\(#([^)]*)\)")]
    private static partial Regex Reference();

    [GeneratedRegex("href=\"#([^\"]*)\"")]
    private static partial Regex Link();
}
