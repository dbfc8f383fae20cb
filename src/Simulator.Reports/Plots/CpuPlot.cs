using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>CPU that pods with a load requested and used over time.</summary>
internal static class CpuPlot
{
    /// <summary>Null for a run of which nobody says what CPU pods use.</summary>
    public static Chart? Of(Summary summary, RunRecorder run)
    {
        if (run.Cpu.Count == 0) return null;
        var most = run.Cpu.Max(sample => Math.Max(sample.Requested, sample.Used));
        return new Chart
        {
            Title = "CPU of pods with a load: requested and used",
            Across = new ClockScale(0, summary.Duration),
            Up = new NumberScale(0, Math.Max(0.01, most * 1.08), "cores", 0.01),
            Place = HumanTime.Clock,
            Shades = RunSeries.Shades(summary),
            Series =
            [
                Curve("requested", Palette.Blue, sample => sample.Requested),
                Curve("used", Palette.Orange, sample => sample.Used),
            ],
        };

        Series Curve(string name, Tone tone, Func<CpuSample, double> cores) =>
            new(name, tone, [.. run.Cpu.Select(sample => new SeriesPoint(sample.From.TotalSeconds, cores(sample))), Last(cores)]);

        SeriesPoint Last(Func<CpuSample, double> cores) => new(run.Cpu[^1].Until.TotalSeconds, cores(run.Cpu[^1]));
    }
}
