namespace Simulator.Reports.Measures;

/// <summary>
/// The state of a run at evenly spaced moments, each with the extremes since the one before: nothing is too short to be kept.
/// </summary>
public sealed class TimeSeries
{
    private const int RowsMax = 2000;
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600];
    private readonly List<TimeSample> _samples = [];
    private readonly TimeSpan _end;
    private SampleState? _lowest;
    private SampleState? _highest;

    internal TimeSeries(TimeSpan duration)
    {
        _end = duration;
        Step = StepFor(duration, RowsMax);
        Next = TimeSpan.Zero;
    }

    /// <summary>The smallest round step that gives at most 2,000 samples.</summary>
    public TimeSpan Step { get; }

    public IReadOnlyList<TimeSample> Samples => _samples;

    /// <summary>Names of the columns of <see cref="TimeSample.Zones"/>.</summary>
    public IReadOnlyList<string> Zones { get; private set; } = [];

    internal TimeSpan Next { get; private set; }

    /// <summary>This is how it was up to now, once all facts of a moment were told; what lasted no time does not count.</summary>
    internal void Note(RunTotals totals)
    {
        var state = SampleState.Of(totals);
        _lowest = _lowest is { } lowest ? SampleState.Lowest(lowest, state) : state;
        _highest = _highest is { } highest ? SampleState.Highest(highest, state) : state;
    }

    internal void SampleBefore(TimeSpan at, RunTotals totals, IReadOnlyCollection<ZoneLife> zones)
    {
        while (Next < at && Next <= _end) Take(totals, zones);
    }

    internal void Finish(RunTotals totals, IReadOnlyCollection<ZoneLife> zones) => SampleBefore(TimeSpan.MaxValue, totals, zones);

    private void Take(RunTotals totals, IReadOnlyCollection<ZoneLife> zones)
    {
        if (Zones.Count != zones.Count) Zones = [.. zones.Select(zone => zone.Name)];
        var state = SampleState.Of(totals);
        _samples.Add(new TimeSample
        {
            At = Next,
            Desired = totals.Desired,
            State = state,
            Lowest = _lowest ?? state,
            Highest = _highest ?? state,
            NodesMarked = totals.NodesMarked,
            NodesEvicted = totals.NodesEvicted,
            Zones = [.. zones.Select(zone => new ZoneSample(zone.Pods, zone.CpuUtilization, zone.MemoryUtilization))],
            Pools = totals.IsElastic ? [.. totals.Pools.Select(pool => new PoolSample(pool.Machines, pool.Ready, pool.CostRate))] : [],
        });
        Next += Step;
        (_lowest, _highest) = (state, state);
    }

    /// <summary>The smallest round step that gives fewer samples than so many, of at least 2.</summary>
    internal static TimeSpan StepFor(TimeSpan duration, int rowsMax)
    {
        foreach (var seconds in Steps)
        {
            if (duration.TotalSeconds / seconds < rowsMax) return TimeSpan.FromSeconds(seconds);
        }

        return TimeSpan.FromSeconds(Math.Ceiling(duration.TotalSeconds / rowsMax));
    }
}
