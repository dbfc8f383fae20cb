using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Html;

/// <summary>A picture in a page.</summary>
internal static class Figure
{
    /// <summary>Drawn twice; the style sheet shows the one that fits the screen.</summary>
    /// <param name="caption">Below it; "" for none.</param>
    public static string Of(Picture picture, string caption)
    {
        var wide = SvgWriter.Inline(picture.Page, "wide-screen", picture.Caption);
        var narrow = SvgWriter.Inline(picture.Phone, "narrow-screen", picture.Caption);
        var words = caption.Length == 0 ? "" : $"<figcaption>{HtmlText.Encode(caption)}</figcaption>\n";
        return $"<figure>\n{wide}{narrow}{words}</figure>\n";
    }
}
