using Simulator.World;

namespace Simulator.Reports;

/// <summary>Folds the troubles of a run; what is measured from an outage's start is measured from the first one's.</summary>
internal sealed class OutageFold(RunTotals totals)
{
    private readonly List<OutageLife> _all = [];
    private readonly List<OutageLife> _story = [];

    /// <summary>In the order of their starts.</summary>
    public IReadOnlyList<OutageLife> All => _all;

    public OutageLife? First => _all.Count == 0 ? null : _all[0];

    /// <summary>Ready addresses left a service between the first outage's start and its recovery or the next outage.</summary>
    public TimeSpan? FirstEndpointsShrunkAt { get; private set; }

    public TimeSpan? LastEndpointsShrunkAt { get; private set; }

    /// <summary>All workloads at full strength again, and no node down that the API still calls ready: for good, or until a later outage that has its own story.</summary>
    public TimeSpan? RecoveredAt { get; private set; }

    /// <summary>The outages that are told as one: all that began before the first was healed.</summary>
    public IReadOnlyList<OutageLife> Story => _story;

    /// <summary>A workload was below full strength since the first outage began.</summary>
    private bool _hasLost;

    /// <summary>A later outage began when the first one had been healed.</summary>
    private bool _isClosed;

    /// <summary>True for the first one.</summary>
    public bool OnStarted(in Observation fact)
    {
        _isClosed |= _hasLost && RecoveredAt is not null;
        _all.Add(new OutageLife
        {
            Index = (int)fact.Value,
            Cluster = fact.Cluster,
            Target = fact.Subject,
            Kind = Enum.Parse<OutageKind>(fact.Other),
            StartedAt = fact.At,
        });
        if (!_isClosed) _story.Add(_all[^1]);
        return _all.Count == 1;
    }

    public void OnEnded(in Observation fact)
    {
        if (Find(fact.Value) is { } outage) outage.EndedAt ??= fact.At;
    }

    /// <summary>Outages are numbered in the order of their starts.</summary>
    private OutageLife? Find(long number) => number >= 0 && number < _all.Count ? _all[(int)number] : null;

    /// <param name="number">Of the outage that took it down.</param>
    public OutageLife? OnNodeDown(NodeLife node, long number)
    {
        if (Find(number) is not { } outage) return null;
        outage.Nodes++;
        outage.LastNodeDownAt = node.DownAt ?? outage.StartedAt;
        outage.Pods += node.Pods;
        outage.Unnoticed++;
        return outage;
    }

    public void OnNodeNoticed(NodeLife node)
    {
        if (node.Outage is { Unnoticed: > 0 } outage) outage.Unnoticed--;
    }

    public void OnEndpointsShrunk(TimeSpan at)
    {
        if (_all.Count != 1 || RecoveredAt is not null) return;
        FirstEndpointsShrunkAt ??= at;
        LastEndpointsShrunkAt = at;
    }

    /// <summary>Asked before each fact of a later moment, so that what happens in one moment is judged together.</summary>
    /// <param name="since">When the state as it is now came to be.</param>
    public void Judge(TimeSpan since)
    {
        if (_isClosed || _all.Count == 0) return;
        _hasLost |= totals.ShortWorkloads > 0;
        var isWhole = totals.ShortWorkloads == 0 && !_all.Exists(outage => outage.Unnoticed > 0 || outage is { Kind: OutageKind.ApiServerDown, EndedAt: null });
        RecoveredAt = isWhole ? RecoveredAt ?? since : null;
    }
}
