using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Columns of the time series as curves.</summary>
internal static class RunSeries
{
    /// <summary>With the extremes of each sample.</summary>
    public static Series Of(RunRecorder run, string name, Tone tone, Func<SampleState, double> value) => new(name, tone,
    [
        .. from sample in run.Series.Samples
           select new SeriesPoint(sample.At.TotalSeconds, value(sample.State), value(sample.Lowest), value(sample.Highest)),
    ]);

    /// <summary>Of what has no dips.</summary>
    public static Series OfSamples(RunRecorder run, string name, Tone tone, Func<TimeSample, double> value, Dash dash = Dash.Solid) =>
        new(name, tone, [.. run.Series.Samples.Select(sample => new SeriesPoint(sample.At.TotalSeconds, value(sample)))], dash);

    /// <summary>What a light band is.</summary>
    public static string Band(RunRecorder run) => $"lowest to highest within {HumanTime.Long(run.Series.Step.TotalSeconds)}";

    public static IReadOnlyList<LaneBar> Shades(Summary summary) =>
        [.. summary.Outages.Select(outage => new LaneBar(outage.At, outage.EndedAt ?? summary.Duration))];
}
