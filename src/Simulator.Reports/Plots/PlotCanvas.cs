using ScottPlot;

namespace Simulator.Reports;

/// <summary>An empty plot in the style that all plots of a run share.</summary>
internal static class PlotCanvas
{
    public static Plot New(string title, string yLabel)
    {
        var plot = new Plot();
        plot.Font.Set(PlotFonts.Family ?? "sans-serif");
        plot.FigureBackground.Color = Colors.White;
        plot.Title(title, 17);
        plot.Axes.Title.Label.Bold = false;
        plot.YLabel(yLabel, 14);
        plot.XLabel("", 14);
        plot.Axes.Color(Palette.Ink);
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 13;
        plot.Axes.Left.Label.Bold = plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Right.FrameLineStyle.Width = plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Grid.MajorLineColor = Palette.Grid;
        plot.Legend.FontSize = 13;
        plot.Legend.OutlineColor = Palette.Grid;
        plot.Legend.ShadowColor = Colors.Transparent;
        return plot;
    }

    /// <summary>A step function: it keeps each value until the next.</summary>
    public static void AddSteps(Plot plot, double[] xs, double[] ys, Color color, string legend, LinePattern? pattern = null)
    {
        var (keptX, keptY) = StepPoints.Thin(xs, ys);
        var line = plot.Add.ScatterLine(keptX, keptY, color);
        line.ConnectStyle = ConnectStyle.StepHorizontal;
        line.LineWidth = 2.2f;
        line.LegendText = legend;
        line.LinePattern = pattern ?? LinePattern.Solid;
    }

    /// <summary>Shades the time of each outage.</summary>
    public static void AddOutages(Plot plot, Summary summary)
    {
        for (var i = 0; i < summary.Outages.Count; i++)
        {
            var outage = summary.Outages[i];
            var span = plot.Add.HorizontalSpan(outage.At, outage.EndedAt ?? summary.Duration, Palette.Outage.WithAlpha(0.13));
            span.LineWidth = 0;
            if (i == 0) span.LegendText = "outage";
        }
    }

    /// <summary>Thousands separated on the left axis, from a bottom to a top with room above.</summary>
    public static void SetCounts(Plot plot, double bottom, double top)
    {
        plot.Axes.SetLimitsY(bottom, Math.Max(top, bottom + 1));
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            IntegerTicksOnly = true,
            LabelFormatter = value => HumanNumber.Count(value),
        };
    }
}
