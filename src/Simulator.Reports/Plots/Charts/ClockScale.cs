using System.Globalization;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Seconds since the start of the run, with ticks at round moments, named as short as they can be.</summary>
public sealed class ClockScale(double from, double to) : IScale
{
    private const int Day = 86_400;

    private static readonly int[] Steps =
        [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, Day, 2 * Day, 5 * Day, 10 * Day];

    public double From => from;

    public double To => to;

    /// <summary>Always as <c>h:mm:ss</c>, as the words of a picture have it.</summary>
    public bool IsLong { get; init; }

    public Ticks Ticks(int most)
    {
        var step = StepOf(most);
        var first = (long)Math.Ceiling(from / step);
        double[] moments = [.. Enumerable.Range(0, (int)((long)Math.Floor(to / step) - first) + 1).Select(i => (double)(first + i) * step)];
        var (unit, name) = FormatOf(step);
        return new Ticks([.. moments.Select(moment => new Tick(moment, name(moment)))], $"time since the start of the run ({unit})");
    }

    private (string Unit, Func<double, string> Name) FormatOf(int step)
    {
        if (IsLong) return ("h:min:s", HumanTime.Clock);
        if (step >= Day) return ("days", moment => (moment / Day).ToString("0", CultureInfo.InvariantCulture));
        if (to < 3600) return ("min:s", moment => $"{(long)moment / 60}:{(long)moment % 60:00}");
        return step % 60 == 0 ? ("h:min", moment => $"{(long)moment / 3600}:{(long)moment / 60 % 60:00}") : ("h:min:s", HumanTime.Clock);
    }

    /// <summary>Beyond the round steps, whole days.</summary>
    private int StepOf(int most) =>
        Steps.FirstOrDefault(step => (to - from) / step < most, (int)Math.Ceiling((to - from) / most / Day) * Day);
}
