using Simulator.World.Observations;

namespace Simulator.Serve.Runs;

/// <summary>What users ask of services, and what they get: the present rates, and those of the last while. One thread.</summary>
public sealed class RequestBook : IObserver
{
    /// <summary>Changes kept of each.</summary>
    private const int Kept = 600;

    private readonly SortedDictionary<(string Cluster, string Subject), Book> _books = [];

    /// <summary>By cluster and service, in this order; users of a federation have the cluster "".</summary>
    public IEnumerable<RequestRates> All => _books.Select(entry => entry.Value.Rates(entry.Key.Cluster, entry.Key.Subject));

    public void Observe(in Observation observation)
    {
        switch (observation.Kind)
        {
            case ObservationKind.TrafficChanged or ObservationKind.UsersChanged:
                Of(observation).Change(observation.At, observation.Value / 1000.0, observation.Extra / 1000.0);
                break;
            case ObservationKind.LatencyChanged:
                Of(observation).Latency = (observation.Value / 1000.0, observation.Extra / 1000.0);
                break;
        }
    }

    private Book Of(in Observation observation)
    {
        var key = (observation.Cluster, observation.Subject);
        if (!_books.TryGetValue(key, out var book)) _books.Add(key, book = new Book());
        return book;
    }

    private sealed class Book
    {
        private readonly Queue<RequestPoint> _points = new();

        public (double Median, double P95)? Latency { get; set; }

        public void Change(TimeSpan at, double sent, double failed)
        {
            if (_points.Count == Kept) _points.Dequeue();
            _points.Enqueue(new RequestPoint(at, sent, failed));
        }

        public RequestRates Rates(string cluster, string subject) => new(cluster, subject, [.. _points], Latency);
    }
}

/// <param name="Subject">A service, or users of a federated one.</param>
/// <param name="Points">Oldest first; each holds until the next.</param>
/// <param name="Latency">Milliseconds; null where requests take no time.</param>
public sealed record RequestRates(
    string Cluster, string Subject, IReadOnlyList<RequestPoint> Points, (double Median, double P95)? Latency);

/// <param name="Sent">Requests a second.</param>
/// <param name="Failed">Of these.</param>
public readonly record struct RequestPoint(TimeSpan At, double Sent, double Failed);
