using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Scaling;

/// <summary>When a service did not keep what its users are promised.</summary>
/// <param name="objectives">All of them count.</param>
internal sealed class PromiseLife(IReadOnlyList<ObjectiveSpec> objectives)
{
    private static readonly ObjectiveSpec Unsaid = new();

    private readonly IReadOnlyList<ObjectiveSpec> _objectives = objectives.Count > 0 ? objectives : [Unsaid];
    private (long All, long Failing) _rates;
    private (TimeSpan P50, TimeSpan P95, TimeSpan P99) _latency;

    public Episodes Broken { get; } = new();

    /// <param name="all">Thousandths of requests a second.</param>
    public void SetRates(TimeSpan at, long all, long failing)
    {
        _rates = (all, failing);
        Judge(at);
    }

    public void SetLatency(TimeSpan at, long p50Micros, long p95Micros)
    {
        (_latency.P50, _latency.P95) = (TimeSpan.FromMicroseconds(p50Micros), TimeSpan.FromMicroseconds(p95Micros));
        Judge(at);
    }

    public void SetTail(TimeSpan at, long p99Micros)
    {
        _latency.P99 = TimeSpan.FromMicroseconds(p99Micros);
        Judge(at);
    }

    private void Judge(TimeSpan at) => Broken.Set(at, _rates.All > 0 && IsAnyMissed());

    private bool IsAnyMissed()
    {
        for (var i = 0; i < _objectives.Count; i++)
        {
            if (IsMissed(_objectives[i])) return true;
        }

        return false;
    }

    private bool IsMissed(ObjectiveSpec objective) =>
        _rates.Failing > (1 - objective.Answered) * _rates.All
            || _latency.P50 > objective.P50 || _latency.P95 > objective.P95 || _latency.P99 > objective.P99;
}
