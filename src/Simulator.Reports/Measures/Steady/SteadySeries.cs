namespace Simulator.Reports.Measures.Steady;

/// <summary>What is looked at of a run over time, at even moments.</summary>
/// <param name="Measure">The mean of its values.</param>
/// <param name="Values">In the order of time; moments at which there is no such value are left out.</param>
internal sealed record SteadySeries(string Measure, Func<RunRecorder, IEnumerable<(double At, double Value)>> Values)
{
    public static IReadOnlyList<SteadySeries> All { get; } =
    [
        new("steady.availability.usable", run => Samples(
            run, sample => sample.Desired > 0 ? (double)sample.State.Replicas.Usable / sample.Desired : null)),
        new("steady.availability.users", run => Samples(
            run, sample => sample.State.Requests > 0 ? 1 - ((double)sample.State.Failed / sample.State.Requests) : null)),
        new("steady.latency.p99", Latency),
        new("steady.nodes.ready", run => Samples(run, sample => sample.State.NodesReady)),
        new("steady.pods.pending", run => Samples(run, sample => sample.State.PendingPods)),
    ];

    private static IEnumerable<(double At, double Value)> Samples(RunRecorder run, Func<TimeSample, double?> value) =>
        run.Series.Samples.Select(sample => (sample.At.TotalSeconds, Value: value(sample)))
            .Where(pair => pair.Value is not null).Select(pair => (pair.TotalSeconds, pair.Value!.Value));

    /// <summary>Of the service that is slowest at the moment.</summary>
    private static IEnumerable<(double At, double Value)> Latency(RunRecorder run) =>
        run.Services.SelectMany(service => service.Load?.Samples ?? []).GroupBy(sample => sample.At).OrderBy(moment => moment.Key)
            .Select(moment => (moment.Key, moment.Max(sample => sample.P99)));
}
