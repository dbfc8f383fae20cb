using System.Globalization;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Numbers, with ticks at 1, 2 or 5 times a power of ten.</summary>
/// <param name="stepMin">No finer ticks: 1 for what is counted.</param>
public sealed class NumberScale(double from, double to, string label, double stepMin = 1) : IScale
{
    private const double Million = 1_000_000;

    public double From => from;

    public double To => to;

    public Ticks Ticks(int most)
    {
        var step = StepOf(most);
        var first = Math.Ceiling((from / step) - 1e-9);
        var count = (int)(Math.Floor((to / step) + 1e-9) - first) + 1;
        var values = Enumerable.Range(0, count).Select(i => (first + i) * step);
        var isLarge = Math.Max(Math.Abs(from), Math.Abs(to)) >= Million && step >= Million / 100;
        return new Ticks([.. values.Select(value => new Tick(value, isLarge ? Large(value) : Small(value, step)))], label);
    }

    /// <summary><c>1.2 M</c>: the zeros of a million are no news on an axis.</summary>
    private static string Large(double value) => value == 0 ? "0" : $"{HumanNumber.Plain(Math.Round(value / Million, 3))} M";

    /// <summary>With the decimals of the step, so that no two ticks read alike.</summary>
    private static string Small(double value, double step) => step >= 0.001
        ? HumanNumber.Plain(value)
        : value.ToString($"0.{new string('#', (int)Math.Ceiling(-Math.Log10(step)))}", CultureInfo.InvariantCulture);

    private double StepOf(int most)
    {
        for (var power = Math.Pow(10, Math.Floor(Math.Log10(stepMin))); ; power *= 10)
        {
            foreach (var step in new[] { power, 2 * power, 5 * power })
            {
                if (step >= stepMin && (to - from) / step < most) return step;
            }
        }
    }
}
