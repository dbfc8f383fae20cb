using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Numbers, with ticks at 1, 2 or 5 times a power of ten.</summary>
/// <param name="stepMin">No finer ticks: 1 for what is counted.</param>
public sealed class NumberScale(double from, double to, string label, double stepMin = 1) : IScale
{
    public double From => from;

    public double To => to;

    public Ticks Ticks(int most)
    {
        var step = StepOf(most);
        var first = Math.Ceiling((from / step) - 1e-9);
        var count = (int)(Math.Floor((to / step) + 1e-9) - first) + 1;
        var values = Enumerable.Range(0, count).Select(i => (first + i) * step);
        return new Ticks([.. values.Select(value => new Tick(value, HumanNumber.Plain(value)))], label);
    }

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
