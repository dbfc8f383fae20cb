using Simulator.World.Observations;

namespace Simulator.Tests.Golden;

/// <summary>The marks of a measured run, read off a simulated one: seconds from a zero.</summary>
internal sealed class MeasuredMarks : IObserver
{
    private readonly Dictionary<string, TimeSpan> _created = [];
    private readonly List<double> _startups = [];
    private readonly List<(double At, long Ready)> _endpoints = [];
    private readonly List<(string Node, double At)> _evicted = [];
    private readonly Dictionary<ObservationKind, List<double>> _moments = [];

    public void Observe(in Observation observation)
    {
        if (observation.At == TimeSpan.Zero) return;
        Note(observation.Kind, observation.At);
        if (observation.Kind == ObservationKind.NodeEvicted) _evicted.Add((observation.Subject, observation.At.TotalSeconds));
        if (observation.Kind == ObservationKind.PodCreated) _created[observation.Subject] = observation.At;
        if (observation.Kind == ObservationKind.PodReady) _startups.Add((observation.At - _created[observation.Subject]).TotalSeconds);
        if (observation.Kind == ObservationKind.EndpointsChanged) _endpoints.Add((observation.At.TotalSeconds, observation.Value));
    }

    /// <summary>When the first such observation after the zero came.</summary>
    public double First(ObservationKind kind, double zero) => After(kind, zero).First();

    /// <summary>When the last such observation after the zero came.</summary>
    public double Last(ObservationKind kind, double zero, double until = double.PositiveInfinity) =>
        After(kind, zero).Last(at => at < until - zero);

    /// <summary>When each of such observations after the zero came, in order.</summary>
    public IReadOnlyList<double> All(ObservationKind kind, double zero) => [.. After(kind, zero)];

    public int CountOf(ObservationKind kind) => _moments.TryGetValue(kind, out var moments) ? moments.Count : 0;

    /// <summary>Every turn of the evictor after the zero, in order.</summary>
    public IEnumerable<(string Node, double At)> NodesEvicted(double zero) =>
        _evicted.Where(evicted => evicted.At >= zero).Select(evicted => (evicted.Node, evicted.At - zero));

    /// <summary>Fewest ready addresses after the zero.</summary>
    public double LowestEndpoints(double zero) => _endpoints.Where(change => change.At >= zero).Min(change => change.Ready);

    /// <summary>When that number was first reached.</summary>
    public double LowestEndpointsAt(double zero) =>
        _endpoints.Where(change => change.At >= zero).MinBy(change => change.Ready).At - zero;

    /// <summary>When the last change of the ready addresses came.</summary>
    public double FinalEndpointsAt(double zero) => FinalChange().At - zero;

    public double FinalEndpoints() => FinalChange().Ready;

    /// <summary>Created to ready, nearest rank.</summary>
    public double Startup(double share)
    {
        _startups.Sort();
        return _startups[Math.Min(_startups.Count - 1, (int)(share * _startups.Count))];
    }

    private (double At, long Ready) FinalChange() =>
        _endpoints.Where((change, i) => i == 0 || _endpoints[i - 1].Ready != change.Ready).Last();

    private IEnumerable<double> After(ObservationKind kind, double zero) => _moments[kind].Where(at => at >= zero).Select(at => at - zero);

    private void Note(ObservationKind kind, TimeSpan at)
    {
        if (!_moments.TryGetValue(kind, out var moments)) _moments.Add(kind, moments = []);
        moments.Add(at.TotalSeconds);
    }
}
