using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures.Populations;

/// <summary>One population of users over a run: what it sent where, and what came of it.</summary>
/// <param name="clusters">Names, in the scenario's order.</param>
/// <param name="step">Of the samples.</param>
public sealed class PopulationLife(UserSpec users, IReadOnlyList<string> clusters, TimeSpan step)
{
    private readonly List<(TimeSpan From, PopulationState State)> _pieces = [];
    private readonly List<PopulationSample> _samples = [];
    private readonly List<(TimeSpan At, string Leads, TimeSpan Ttl)> _answers = [];
    private readonly (long Sent, long Lost)[] _clusters = new (long, long)[clusters.Count];
    private readonly PopulationSums _sums = new(clusters.Count);
    private PopulationState _now;
    private double _next = step.TotalSeconds;
    private (double P50, double P99) _latency;

    public UserSpec Users => users;

    public string Name => users.Name;

    public IReadOnlyList<string> Clusters => clusters;

    public IReadOnlyList<PopulationSample> Samples => _samples;

    /// <summary>What it saw from each moment on; the last piece lasts to the end.</summary>
    public IReadOnlyList<(TimeSpan From, PopulationState State)> Pieces => _pieces;

    /// <summary>When what DNS answers changed, where each answer leads ("" = nowhere), and how long it is kept.</summary>
    public IReadOnlyList<(TimeSpan At, string Leads, TimeSpan Ttl)> Answers => _answers;

    /// <summary>Requests over the run, and those of each kind among them.</summary>
    public PopulationSums Sums => _sums;

    /// <summary>Of all answers of the run in seconds; null before its end.</summary>
    public double? P50 { get; private set; }

    public double? P95 { get; private set; }

    public double? P99 { get; private set; }

    internal PopulationState Now => _now;

    /// <summary>Thousandths of a try a second to a cluster, and of those that fail.</summary>
    internal (long Sent, long Lost) To(string cluster) => IndexOf(cluster) is >= 0 and var index ? _clusters[index] : default;

    internal void Observe(in Observation fact)
    {
        MoveTo(fact.At);
        switch (fact.Kind)
        {
            case ObservationKind.UsersAnswerChanged: _answers.Add((fact.At, fact.Other, TimeSpan.FromMicroseconds(fact.Value))); break;
            case ObservationKind.UsersSent when IndexOf(fact.Other) is >= 0 and var index:
                _clusters[index] =
                (fact.Value, fact.Extra); break;
            case ObservationKind.UsersStale: _now = _now with { Stale = fact.Value, FailedStale = fact.Extra }; break;
            case ObservationKind.UsersShort: _now = _now with { FailedShort = fact.Value, Slow = fact.Extra }; break;
            case ObservationKind.UsersLatencyChanged: _latency = (fact.Value / 1e6, fact.Extra / 1e6); break;
            case ObservationKind.UsersChanged: _now = _now with { Requests = fact.Value, Failed = fact.Extra }; break;
            case ObservationKind.UsersLatencyOfRun: SetRun(fact.Other, fact.Value / 1e6); break;
        }
    }

    internal void Finish(TimeSpan end) => MoveTo(end);

    private int IndexOf(string cluster)
    {
        for (var i = 0; i < clusters.Count; i++)
        {
            if (clusters[i] == cluster) return i;
        }

        return -1;
    }

    private void SetRun(string percentile, double seconds)
    {
        if (percentile == "p50") P50 = seconds;
        else if (percentile == "p95") P95 = seconds;
        else P99 = seconds;
    }

    /// <summary>All facts of the moment before have been told.</summary>
    private void MoveTo(TimeSpan at)
    {
        var seconds = at.TotalSeconds;
        if (seconds <= _sums.Until) return;
        if (_pieces.Count == 0 || _pieces[^1].State != _now) _pieces.Add((TimeSpan.FromSeconds(_sums.Until), _now));
        while (_next <= seconds)
        {
            _sums.Add(_next, _now, _clusters);
            _samples.Add(_sums.Sample(_next, step.TotalSeconds, _latency));
            _next += step.TotalSeconds;
        }

        _sums.Add(seconds, _now, _clusters);
    }
}
