using Simulator.Reports.Measures;

namespace Simulator.Reports.Tables;

/// <summary>The columns of timeseries.csv in which a dip matters: the value, the lowest and the highest since the row before.</summary>
internal static class Extremes
{
    private static readonly (string Column, Func<SampleState, long> Value)[] Counts =
    [
        ("ready", state => state.Replicas.Ready),
        ("serving", state => state.Replicas.Serving),
        ("usable", state => state.Replicas.Usable),
        ("pending_pods", state => state.PendingPods),
        ("nodes_ready", state => state.NodesReady),
    ];

    /// <summary>Thousandths a second; only in runs with traffic.</summary>
    private static readonly (string Column, Func<SampleState, long> Value)[] Rates =
    [
        ("requests_per_s", state => state.Requests),
        ("failed_per_s", state => state.Failed),
    ];

    public static IEnumerable<string> Columns(RunRecorder run) =>
        Counts.Concat(run.Totals.HasTraffic ? Rates : []).SelectMany(row => new[] { row.Column, $"{row.Column}_min", $"{row.Column}_max" });

    public static void Write(CsvTable table, RunRecorder run, TimeSample sample)
    {
        foreach (var (_, value) in Counts) table.Number(value(sample.State)).Number(value(sample.Lowest)).Number(value(sample.Highest));
        if (!run.Totals.HasTraffic) return;
        foreach (var (_, value) in Rates)
        {
            table.Rate(value(sample.State) / 1000.0).Rate(value(sample.Lowest) / 1000.0).Rate(value(sample.Highest) / 1000.0);
        }
    }
}
