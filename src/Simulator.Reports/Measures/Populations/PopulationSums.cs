namespace Simulator.Reports.Measures.Populations;

/// <summary>Rates of a population, summed up over time.</summary>
/// <param name="clusters">Their number.</param>
public sealed class PopulationSums(int clusters)
{
    private readonly double[] _sent = new double[clusters];
    private readonly double[] _lost = new double[clusters];
    private readonly double[] _answeredBy = new double[clusters];
    private (double Requests, double Failed, double Slow, double Stale) _part;

    /// <summary>Seconds since the start of the run.</summary>
    public double Until { get; private set; }

    public double Requests { get; private set; }

    public double Failed { get; private set; }

    public double Slow { get; private set; }

    /// <summary>Sent by an answer that was no longer current.</summary>
    public double Stale { get; private set; }

    public double FailedStale { get; private set; }

    public double FailedShort { get; private set; }

    public double FailedCurrent => Math.Max(0, Failed - FailedStale - FailedShort);

    /// <summary>Share of the requests that was answered; 1 without any.</summary>
    public double Answered => Requests > 0 ? 1 - (Failed / Requests) : 1;

    /// <summary>Tries that each cluster has answered.</summary>
    public IReadOnlyList<double> AnsweredBy => _answeredBy;

    internal void Add(double until, in PopulationState state, (long Sent, long Lost)[] now)
    {
        var thousandths = (until - Until) / 1000;
        if (thousandths <= 0) return;
        Requests += state.Requests * thousandths;
        Failed += state.Failed * thousandths;
        Slow += state.Slow * thousandths;
        Stale += state.Stale * thousandths;
        FailedStale += state.FailedStale * thousandths;
        FailedShort += state.FailedShort * thousandths;
        _part.Requests += state.Requests * thousandths;
        _part.Failed += state.Failed * thousandths;
        _part.Slow += state.Slow * thousandths;
        _part.Stale += state.Stale * thousandths;
        for (var i = 0; i < now.Length; i++)
        {
            _sent[i] += now[i].Sent * thousandths;
            _lost[i] += now[i].Lost * thousandths;
            _answeredBy[i] += (now[i].Sent - now[i].Lost) * thousandths;
        }

        Until = until;
    }

    /// <summary>Means since the sample before.</summary>
    internal PopulationSample Sample(double at, double seconds, (double P50, double P99) latency)
    {
        var sample = new PopulationSample(
            at, _part.Requests / seconds, _part.Failed / seconds, _part.Slow / seconds, _part.Stale / seconds, latency.P50, latency.P99,
            [.. _sent.Select(sum => sum / seconds)], [.. _lost.Select(sum => sum / seconds)]);
        _part = default;
        Array.Clear(_sent);
        Array.Clear(_lost);
        return sample;
    }
}
