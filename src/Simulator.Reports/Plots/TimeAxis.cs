using ScottPlot;

namespace Simulator.Reports;

/// <summary>A horizontal axis in seconds since the start of the run, labelled as a clock at round moments.</summary>
internal static class TimeAxis
{
    private const int TicksMax = 11;
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200, 86_400];

    public static void Apply(Plot plot, double seconds)
    {
        var step = StepOf(seconds, TicksMax);
        var inMinutes = seconds < 3600;
        var moments = Enumerable.Range(0, (int)(seconds / step) + 1).Select(i => (double)i * step).ToArray();
        plot.Axes.Bottom.SetTicks(moments, [.. moments.Select(moment => Label(moment, inMinutes))]);
        plot.Axes.Bottom.Label.Text = inMinutes ? "time since the start of the run (min:s)" : "time since the start of the run (h:min)";
        plot.Axes.SetLimitsX(0, seconds);
    }

    /// <summary>A part of a run, labelled <c>h:mm:ss</c>.</summary>
    /// <param name="ticksMax">As many labels as there is room for.</param>
    public static void ApplyClock(Plot plot, double from, double to, int ticksMax)
    {
        var step = StepOf(to - from, ticksMax);
        var first = (long)Math.Ceiling(from / step);
        double[] moments = [.. Enumerable.Range(0, (int)(Math.Floor(to / step) - first) + 1).Select(i => (double)(first + i) * step)];
        plot.Axes.Bottom.SetTicks(moments, [.. moments.Select(HumanTime.Clock)]);
        plot.Axes.Bottom.Label.Text = "time since the start of the run (h:min:s)";
    }

    /// <summary>Beyond the round steps, whole days.</summary>
    private static int StepOf(double seconds, int ticksMax) =>
        Steps.FirstOrDefault(candidate => seconds / candidate < ticksMax, (int)Math.Ceiling(seconds / ticksMax / Steps[^1]) * Steps[^1]);

    private static string Label(double seconds, bool inMinutes)
    {
        var whole = (long)seconds;
        return inMinutes ? $"{whole / 60}:{whole % 60:00}" : $"{whole / 3600}:{whole / 60 % 60:00}";
    }
}
