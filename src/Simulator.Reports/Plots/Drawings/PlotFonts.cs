using SkiaSharp;

namespace Simulator.Reports.Plots.Drawings;

/// <summary>A sans-serif typeface that this machine has. Without one, ScottPlot would draw pictures without text and say nothing.</summary>
public static class PlotFonts
{
    private static readonly string[] Wanted =
        ["Inter", "Helvetica Neue", "Segoe UI", "Noto Sans", "Liberation Sans", "Arial", "DejaVu Sans", "Roboto", "Open Sans"];

    /// <summary>Null: there is none, and bitmaps are not worth drawing.</summary>
    public static string? Family { get; } = Find([.. SKFontManager.Default.FontFamilies]);

    /// <returns>The first wanted family, else any with "Sans" in its name.</returns>
    internal static string? Find(IReadOnlyCollection<string> installed) =>
        Wanted.FirstOrDefault(installed.Contains)
        ?? installed.Where(family => family.Contains("Sans", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
}
