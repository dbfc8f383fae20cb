using ScottPlot;

namespace Simulator.Reports;

/// <summary>Marks the moments of the first outage in a plot over time: a line each, and its name in the free space below the curves.</summary>
internal static class MomentMarks
{
    private static readonly (string Measure, string Name)[] Marked =
    [
        ("detection.first", "noticed"),
        ("eviction.first", "evicted first"),
        ("eviction.last", "evicted last"),
        ("recovery.allReplicasReady", "serving again"),
    ];

    public static void Add(Plot plot, Summary summary, double bottom, double top)
    {
        if (summary.Outages.Count == 0) return;
        var row = 0;
        foreach (var (measure, name) in Marked)
        {
            if (summary.Measure(measure) is not { } seconds || IsRepeated(summary, measure)) continue;
            var at = summary.Outages[0].At + seconds;
            var line = plot.Add.VerticalLine(at, 1.3f, Palette.Ink, LinePattern.Dashed);
            line.ExcludeFromLegend = true;
            AddName(plot, $"{name} {HumanTime.Clock(at)}", at, bottom + ((top - bottom) * (0.29 - (0.075 * row++))), at > summary.Duration * 0.7);
        }
    }

    /// <summary>A single evicted node is the first and the last.</summary>
    private static bool IsRepeated(Summary summary, string measure) =>
        measure == "eviction.last" && summary.Measure(measure) == summary.Measure("eviction.first");

    private static void AddName(Plot plot, string name, double x, double y, bool leftOfLine)
    {
        var text = plot.Add.Text(name, x, y);
        text.LabelFontSize = 13;
        text.LabelFontName = PlotFonts.Family ?? "sans-serif";
        text.LabelFontColor = Palette.Ink;
        text.LabelBackgroundColor = Colors.White.WithAlpha(0.85);
        text.LabelPadding = 3;
        text.LabelAlignment = leftOfLine ? Alignment.MiddleRight : Alignment.MiddleLeft;
        text.OffsetX = leftOfLine ? -6 : 6;
    }
}
