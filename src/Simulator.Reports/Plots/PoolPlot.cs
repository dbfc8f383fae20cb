using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>Machines of each pool over time, and which of them are Ready nodes; what they cost below.</summary>
internal static class PoolPlot
{
    private const int PoolsShown = 4;

    /// <summary>Null for a run in which no pool changes its size.</summary>
    public static Chart? OfMachines(Summary summary, RunRecorder run)
    {
        if (!run.Totals.IsElastic || run.Series.Samples.Count == 0) return null;
        List<Series> series = [];
        foreach (var (index, name) in Shown(run))
        {
            series.Add(Of(run, $"{name}: machines paid for", Palette.Of(index), index, pool => pool.Machines));
            series.Add(Of(run, $"{name}: Ready nodes", Palette.Ink, index, pool => pool.Ready, Dash.Dotted));
        }

        return ChartOf(summary, run, "Machines over time", "machines", series, 1);
    }

    /// <summary>Null as well if nobody says what a machine costs.</summary>
    public static Chart? OfCost(Summary summary, RunRecorder run)
    {
        if (!run.Totals.IsElastic || run.Series.Samples.Count == 0 || !run.Pools.Any(pool => pool.PricePerHour is not null)) return null;
        var cost = RunSeries.OfSamples(run, "cost", Palette.Blue, sample => sample.Pools.Sum(pool => pool.Dollars));
        return ChartOf(summary, run, "Cost over time", "US dollars an hour", [cost], 0.01);
    }

    /// <summary>More pools than tones would be told apart by nobody: the largest are drawn.</summary>
    private static IEnumerable<(int Index, string Name)> Shown(RunRecorder run) => run.Pools
        .Select((pool, index) => (Index: index, Pool: pool))
        .OrderByDescending(entry => entry.Pool.IsElastic)
        .ThenByDescending(entry => entry.Pool.MachinesMax)
        .Take(PoolsShown)
        .OrderBy(entry => entry.Index)
        .Select(entry => (entry.Index, run.Scenario.Clusters.Count > 1 ? $"{entry.Pool.Cluster}: {entry.Pool.Name}" : entry.Pool.Name));

    private static Series Of(RunRecorder run, string name, Tone tone, int index, Func<PoolSample, double> value, Dash dash = Dash.Solid) =>
        RunSeries.OfSamples(run, name, tone, sample => index < sample.Pools.Count ? value(sample.Pools[index]) : 0, dash);

    private static Chart ChartOf(Summary summary, RunRecorder run, string title, string unit, List<Series> series, double least) => new()
    {
        Title = title,
        Across = new ClockScale(0, summary.Duration),
        Up = new NumberScale(0, Math.Max(least, series.Max(line => line.Points.Max(point => point.Value)) * 1.08), unit, least),
        Place = HumanTime.Clock,
        Shades = RunSeries.Shades(summary),
        Series = series,
    };
}
