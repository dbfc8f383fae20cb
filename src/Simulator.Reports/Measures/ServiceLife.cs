using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures;

/// <summary>One service's endpoints over a run, as the API shows them.</summary>
/// <param name="step">Of the samples of its load.</param>
public sealed class ServiceLife(string cluster, string name, TimeSpan step)
{
    private RequestCount _requests = new();
    private StepIntegral _isEmpty;
    private (double Failed, TimeSpan Since, double Rate) _forOutage;
    private double? _failedBeforeOutage;
    private double _failingShareBefore;

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
        _failingShareBefore = _requests.Rate > 0 ? (double)_requests.FailingRate / _requests.Rate : 0;
        _forOutage = (0, at, 0);
    }

    /// <summary>When the first of its requests failed; null: none did.</summary>
    internal TimeSpan? FailingFrom { get; private set; }

    /// <summary>Somebody sends requests to it.</summary>
    public bool HasTraffic { get; private set; }

    /// <summary>Its latencies; null while requests take no time.</summary>
    public LoadLife? Load { get; private set; }

    internal LoadLife LoadAt(TimeSpan at)
    {
        if (Load is not null) return Load;
        Load = new LoadLife(step);
        Load.SetRates(at, _requests.Rate, _requests.FailingRate);
        return Load;
    }

    /// <summary>Thousandths of requests a second, and of failing ones, now.</summary>
    internal (long Requests, long Failing) Rates => (_requests.Rate, _requests.FailingRate);

    /// <summary>Requests that failed since the first outage began; 0 without one.</summary>
    internal double FailedSinceOutageAt(TimeSpan end) => _failedBeforeOutage is { } before ? RequestsAt(end).Failed - before : 0;

    /// <summary>Of these, the ones beyond the share that failed before it.</summary>
    internal double FailedForOutageAt(TimeSpan end) => _forOutage.Failed + (_forOutage.Rate * (end - _forOutage.Since).TotalSeconds / 1000);

    internal RequestCount RequestsAt(TimeSpan end) => _requests.EndedAt(end) with { Waiting = Load?.Waiting ?? 0 };

    internal void SetRates(TimeSpan at, long rate, long failing)
    {
        HasTraffic = true;
        Load?.SetRates(at, rate, failing);
        if (failing > 0) FailingFrom ??= at;
        _requests.Set(at, rate, failing);
        if (_failedBeforeOutage is not null) ChargeOutage(at, rate, failing);
    }

    /// <summary>What failed before the outage and was answered since fails anew.</summary>
    private void ChargeOutage(TimeSpan at, long rate, long failing)
    {
        if (rate > 0) _failingShareBefore = Math.Min(_failingShareBefore, (double)failing / rate);
        _forOutage = (FailedForOutageAt(at), at, Math.Max(0, failing - (_failingShareBefore * rate)));
    }
}
