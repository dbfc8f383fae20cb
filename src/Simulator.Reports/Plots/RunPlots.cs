using System.Text.RegularExpressions;
using ScottPlot;

namespace Simulator.Reports;

/// <param name="Name">File name without its ending.</param>
/// <param name="Caption">What it shows, for those who cannot see it.</param>
/// <param name="Svg">The picture, fit to be put inline.</param>
/// <param name="NarrowSvg">The same drawn for a phone, where the wide one's text would be too small.</param>
/// <param name="Png">Null where no typeface was found.</param>
public sealed record Picture(string Name, string Caption, string Svg, string NarrowSvg, byte[]? Png);

/// <summary>The pictures of a run; those that it has nothing for are left out.</summary>
public static partial class RunPlots
{
    private const int Width = 960;
    private const int Height = 500;
    private const int NarrowWidth = 440;
    private const int NarrowHeight = 480;

    /// <summary>Of the column of names.</summary>
    private const int TimelineNames = 190;
    private const int TimelineNarrowWidth = 400;

    /// <summary>Room for half a label of the first moment.</summary>
    private const int TimelineNarrowNames = 20;

    /// <summary>Longer names stand above their lanes on a phone.</summary>
    private const int PetsNarrowNamesMax = 90;

    public static IReadOnlyList<Picture> Draw(Summary summary, RunRecorder run) =>
    [
        .. new[]
        {
            Timeline(summary, run),
            Pets(summary, run),
            Picture("replicas", "Replicas over time: desired, ready by the API, serving in truth", ReplicaPlot.Draw(summary, run)),
            Picture("requests", "Requests of users over time, and those that fail", RequestPlot.Draw(summary, run)),
            Picture("evictions", "Nodes marked not ready and nodes evicted over time", EvictionPlot.Draw(summary, run)),
            Picture("pod-start", "Share of pods that were ready within a time after their creation", PodStartPlot.Draw(run)),
            Picture("utilization", "Requested share of CPU and memory of each zone over time", UtilizationPlot.Draw(summary, run)),
        }.OfType<Picture>(),
    ];

    private static Picture? Timeline(Summary summary, RunRecorder run)
    {
        if (Timelines.Of(summary, run) is not { } timeline) return null;
        var (wide, narrow) = (new TimelinePlot(timeline, Width, TimelineNames), new TimelinePlot(timeline, TimelineNarrowWidth, TimelineNarrowNames));
        var caption = run.Outages.Count > Moments.StoriesMax
            ? "The troubles of the run by their kinds, and what served meanwhile"
            : "What came of the outage. Thin line: time until it begins; thick bar: while it lasts; diamond: everything serves again";
        return new Picture("outage-timeline", caption, Svg(wide), Svg(narrow), PlotFonts.Family is null ? null : Png(wide.Draw(), wide.Width, wide.Height));
    }

    private static Picture? Pets(Summary summary, RunRecorder run)
    {
        if (PetTimelines.Of(summary, run) is not { } timeline) return null;
        var names = (int)Math.Ceiling(timeline.Lanes.Max(lane => lane.Name.Length) * LaneLayout.LetterWidth) + 1;
        var (wide, narrow) = (new TimelinePlot(timeline, Width, Math.Min(names + 12, TimelineNames)), new TimelinePlot(timeline, TimelineNarrowWidth, names <= PetsNarrowNamesMax ? names : TimelineNarrowNames));
        const string caption = "What became of the pets and of what they keep. Bar: it runs; thin line: it is away";
        return new Picture("pets", caption, Svg(wide), Svg(narrow), PlotFonts.Family is null ? null : Png(wide.Draw(), wide.Width, wide.Height));
    }

    private static string Svg(TimelinePlot picture) => Scalable(picture.Draw().GetSvgXml(picture.Width, picture.Height), picture.Width, picture.Height);

    private static Picture? Picture(string name, string caption, Plot? plot)
    {
        if (plot is null) return null;
        var png = PlotFonts.Family is null ? null : Png(plot, Width, Height);
        var wide = Scalable(plot.GetSvgXml(Width, Height), Width, Height);
        return new Picture(name, caption, wide, Narrow(plot), png);
    }

    /// <summary>The legend stands below and upright, the title is left to the caption.</summary>
    private static string Narrow(Plot plot)
    {
        plot.Title("", 4);
        plot.Legend.Orientation = Orientation.Vertical;
        plot.Axes.Bottom.TickLabelStyle.FontSize = 11;
        foreach (var panel in plot.Axes.GetPanels().OfType<ScottPlot.Panels.LegendPanel>().ToList()) Lower(plot, panel);
        return Scalable(plot.GetSvgXml(NarrowWidth, NarrowHeight), NarrowWidth, NarrowHeight);
    }

    private static void Lower(Plot plot, ScottPlot.Panels.LegendPanel panel)
    {
        if (panel.Edge == Edge.Bottom) return;
        plot.Axes.Remove(panel);
        plot.ShowLegend(Edge.Bottom);
    }

    /// <summary>Twice the size, for sharp screens and print.</summary>
    private static byte[] Png(Plot plot, int width, int height)
    {
        plot.ScaleFactor = 2;
        var bytes = plot.GetImage(width * 2, height * 2).GetImageBytes(ImageFormat.Png);
        plot.ScaleFactor = 1;
        return bytes;
    }

    /// <summary>A view box lets the picture shrink to a phone's width; other typefaces may stand in for the one it was drawn with.</summary>
    private static string Scalable(string svg, int width, int height)
    {
        var sized = SvgSize().Replace(svg, $"viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"", 1);
        return FontFamily().Replace(sized, match => $"font-family=\"{match.Groups[1].Value}, Helvetica, Arial, sans-serif\"");
    }

    [GeneratedRegex("width=\"\\d+\" height=\"\\d+\"")]
    private static partial Regex SvgSize();

    [GeneratedRegex("font-family=\"([^\"]*)\"")]
    private static partial Regex FontFamily();
}
