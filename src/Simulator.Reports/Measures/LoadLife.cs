namespace Simulator.Reports.Measures;

/// <summary>How long a service's answers take over a run, and at evenly spaced moments what its users saw.</summary>
public sealed class LoadLife(TimeSpan step)
{
    private readonly List<LoadSample> _samples = [];
    private readonly double[] _sums = new double[3];
    private (double Requests, double Failed, double Slow) _now;
    private (double P50, double P95, double P99) _latency;
    private double _highest;
    private double _since;
    private double _slow;
    private double _next = step.TotalSeconds;

    public IReadOnlyList<LoadSample> Samples => _samples;

    /// <summary>Of all answers of the run in seconds; null before its end.</summary>
    public double? P50 { get; private set; }

    public double? P95 { get; private set; }

    public double? P99 { get; private set; }

    /// <summary>Requests in queues of more than half a minute when the run ended: nobody has answered them.</summary>
    public double Waiting { get; internal set; }

    /// <summary>The highest 99th percentile of a moment, in seconds.</summary>
    public double P99Highest { get; private set; }

    /// <summary>Answers that came in time and were slow.</summary>
    public double SlowAt(TimeSpan end) => _slow + (_now.Slow * (end.TotalSeconds - _since));

    internal void SetRates(TimeSpan at, long requests, long failed)
    {
        MoveTo(at.TotalSeconds);
        (_now.Requests, _now.Failed) = (requests / 1000.0, failed / 1000.0);
    }

    internal void SetLatency(TimeSpan at, long p50, long p95)
    {
        MoveTo(at.TotalSeconds);
        (_latency.P50, _latency.P95) = (p50 / 1e6, p95 / 1e6);
    }

    internal void SetTail(TimeSpan at, long p99, long slow)
    {
        MoveTo(at.TotalSeconds);
        (_latency.P99, _now.Slow) = (p99 / 1e6, slow / 1000.0);
        _highest = Math.Max(_highest, _latency.P99);
        P99Highest = Math.Max(P99Highest, _latency.P99);
    }

    internal void SetRun(string percentile, long micros)
    {
        var seconds = micros / 1e6;
        if (percentile == "p50") P50 = seconds;
        else if (percentile == "p95") P95 = seconds;
        else P99 = seconds;
    }

    internal void Finish(TimeSpan end) => MoveTo(end.TotalSeconds);

    private void MoveTo(double at)
    {
        while (_next <= at)
        {
            Add(_next);
            var length = step.TotalSeconds;
            _samples.Add(new LoadSample(
                _next, _sums[0] / length, _sums[1] / length, _sums[2] / length, _latency.P50, _latency.P95, _latency.P99, _highest));
            Array.Clear(_sums);
            _highest = _latency.P99;
            _next += length;
        }

        Add(at);
    }

    private void Add(double until)
    {
        var seconds = until - _since;
        if (seconds <= 0) return;
        _sums[0] += _now.Requests * seconds;
        _sums[1] += _now.Failed * seconds;
        _sums[2] += _now.Slow * seconds;
        _slow += _now.Slow * seconds;
        _since = until;
    }
}
