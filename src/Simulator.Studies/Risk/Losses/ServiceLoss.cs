namespace Simulator.Studies.Risk.Losses;

/// <summary>What one service loses over a run, summed up as it goes.</summary>
/// <param name="name">"cluster/namespace/name".</param>
internal sealed class ServiceLoss(string name, IReadOnlyList<WorkloadState> workloads)
{
    private readonly double[][] _lost = [new double[PartTimes.Parts], new double[PartTimes.Parts], new double[PartTimes.Parts]];
    private TimeSpan _since;
    private long _rate;
    private long _failing;

    public string Name => name;

    public bool HasTraffic { get; private set; }

    /// <summary>Requests take time: replicas can be too few.</summary>
    public bool HasLoad { get; set; }

    /// <summary>Requests so far.</summary>
    public double Requests { get; private set; }

    /// <summary>Some workload with replicas of its own stands behind it.</summary>
    public bool HasReplicas => workloads.Any(workload => !workload.IsPerNode && workload.Desired > 0);

    /// <summary>Share of the replicas that is missing, now.</summary>
    public double MissingShare => Desired == 0 ? 0 : (double)Missing / Desired;

    public bool IsDown => workloads.Count > 0 && workloads.All(workload => workload.Usable == 0);

    /// <summary>Share of the requests that fail, now.</summary>
    public double FailingShare => _rate > 0 ? (double)_failing / _rate : 0;

    private int Desired => workloads.Sum(workload => workload.IsPerNode ? 0 : workload.Desired);

    private int Missing => workloads.Sum(workload => workload.Missing);

    /// <summary>Failed requests, or seconds of loss, so far; the time since the last change counts once <see cref="MoveTo"/> has.</summary>
    public PartTimes Of(LossKind kind) => PartTimes.Of([.. _lost[(int)kind]]);

    public void SetRates(TimeSpan at, long rate, long failing)
    {
        MoveTo(at);
        (_rate, _failing, HasTraffic) = (rate, failing, true);
    }

    /// <summary>Everything stayed as it is until this moment.</summary>
    public void MoveTo(TimeSpan at)
    {
        var seconds = (at - _since).TotalSeconds;
        if (seconds <= 0) return;
        _since = at;
        Requests += _rate * seconds / 1000;
        if (_failing > 0) Charge(LossKind.Requests, _failing * seconds / 1000, PartOfFailure());
        if (Missing > 0) Charge(LossKind.Replicas, MissingShare * seconds, null);
        if (IsDown) Charge(LossKind.Endpoints, seconds, null);
    }

    /// <summary>
    /// Requests fail first because they are sent to the dead; then because no replica is left, or too few to bear the load. Where requests
    /// take no time and a replica is left, it is somebody's old knowledge (DNS, proxies), or a network.
    /// </summary>
    private RecoveryPart? PartOfFailure()
    {
        if (workloads.Any(workload => workload.In(RecoveryPart.Unnoticed) > 0)) return RecoveryPart.Unnoticed;
        return IsDown || (HasLoad && Missing > 0) ? null : RecoveryPart.Rest;
    }

    /// <param name="part">Null: to each part by the replicas that are in it.</param>
    private void Charge(LossKind kind, double amount, RecoveryPart? part)
    {
        var lost = _lost[(int)kind];
        if (part is { } one)
        {
            lost[(int)one] += amount;
            return;
        }

        Span<int> waiting = stackalloc int[PartTimes.Parts];
        var all = 0;
        for (var i = 0; i < PartTimes.Parts; i++)
        {
            foreach (var workload in workloads) waiting[i] += workload.In((RecoveryPart)i);
            all += waiting[i];
        }

        if (all == 0) lost[(int)RecoveryPart.Rest] += amount;
        else for (var i = 0; i < PartTimes.Parts; i++) lost[i] += amount * waiting[i] / all;
    }
}
