namespace Simulator.Reports;

/// <summary>One service's endpoints over a run, as the API shows them.</summary>
public sealed class ServiceLife(string cluster, string name)
{
    private RequestCount _requests = new();
    private StepIntegral _isEmpty;
    private double? _failedBeforeOutage;

    public string Cluster => cluster;

    /// <summary>"namespace/name".</summary>
    public string Name => name;

    public int ReadyAddresses { get; private set; }

    /// <summary>Fewest ready addresses since the first outage (without one: since the first change).</summary>
    public int? LowestReady { get; private set; }

    /// <summary>It had a ready address at some time.</summary>
    public bool HadAddress { get; private set; }

    /// <summary>Seconds without a ready address, from the service's first address on.</summary>
    public double EmptySecondsAt(TimeSpan end) => _isEmpty.SecondsAt(end);

    internal void Change(TimeSpan at, int ready)
    {
        if (ready > 0 || ReadyAddresses > 0) _isEmpty.Set(at, ready == 0 ? 1 : 0);
        ReadyAddresses = ready;
        HadAddress |= ready > 0;
        if (LowestReady is not { } lowest || ready < lowest) LowestReady = ready;
    }

    /// <summary>The first outage begins.</summary>
    internal void Watch(TimeSpan at)
    {
        LowestReady = ReadyAddresses;
        _failedBeforeOutage = RequestsAt(at).Failed;
    }

    /// <summary>When the first of its requests failed; null: none did.</summary>
    internal TimeSpan? FailingFrom { get; private set; }

    /// <summary>Somebody sends requests to it.</summary>
    public bool HasTraffic { get; private set; }

    /// <summary>Thousandths of requests a second, and of failing ones, now.</summary>
    internal (long Requests, long Failing) Rates => (_requests.Rate, _requests.FailingRate);

    /// <summary>Requests that failed since the first outage began; 0 without one.</summary>
    internal double FailedSinceOutageAt(TimeSpan end) => _failedBeforeOutage is { } before ? RequestsAt(end).Failed - before : 0;

    internal RequestCount RequestsAt(TimeSpan end) => _requests.EndedAt(end);

    internal void SetRates(TimeSpan at, long rate, long failing)
    {
        HasTraffic = true;
        if (failing > 0) FailingFrom ??= at;
        _requests.Set(at, rate, failing);
    }
}
