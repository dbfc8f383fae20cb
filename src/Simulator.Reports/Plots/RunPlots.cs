using System.Text.RegularExpressions;
using ScottPlot;

namespace Simulator.Reports;

/// <param name="Name">File name without its ending.</param>
/// <param name="Caption">What it shows, for those who cannot see it.</param>
/// <param name="Svg">The picture, fit to be put inline.</param>
/// <param name="Png">Null where no typeface was found.</param>
public sealed record Picture(string Name, string Caption, string Svg, byte[]? Png);

/// <summary>The pictures of a run; those that it has nothing for are left out.</summary>
public static partial class RunPlots
{
    private const int Width = 960;
    private const int Height = 500;

    public static IReadOnlyList<Picture> Draw(Summary summary, RunRecorder run) =>
    [
        .. new[]
        {
            Picture("replicas", "Replicas over time: desired, ready by the API, serving in truth", ReplicaPlot.Draw(summary, run)),
            Picture("evictions", "Nodes marked not ready and nodes evicted over time", EvictionPlot.Draw(summary, run)),
            Picture("pod-start", "Share of pods that were ready within a time after their creation", PodStartPlot.Draw(run)),
            Picture("utilization", "Requested share of CPU and memory of each zone over time", UtilizationPlot.Draw(summary, run)),
        }.OfType<Picture>(),
    ];

    private static Picture? Picture(string name, string caption, Plot? plot)
    {
        if (plot is null) return null;
        var png = PlotFonts.Family is null ? null : Png(plot);
        return new Picture(name, caption, Scalable(plot.GetSvgXml(Width, Height)), png);
    }

    /// <summary>Twice the size, for sharp screens and print.</summary>
    private static byte[] Png(Plot plot)
    {
        plot.ScaleFactor = 2;
        var bytes = plot.GetImage(Width * 2, Height * 2).GetImageBytes(ImageFormat.Png);
        plot.ScaleFactor = 1;
        return bytes;
    }

    /// <summary>A view box lets the picture shrink to a phone's width; other typefaces may stand in for the one it was drawn with.</summary>
    private static string Scalable(string svg)
    {
        var sized = SvgSize().Replace(svg, $"viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\"", 1);
        return FontFamily().Replace(sized, match => $"font-family=\"{match.Groups[1].Value}, Helvetica, Arial, sans-serif\"");
    }

    [GeneratedRegex("width=\"\\d+\" height=\"\\d+\"")]
    private static partial Regex SvgSize();

    [GeneratedRegex("font-family=\"([^\"]*)\"")]
    private static partial Regex FontFamily();
}
