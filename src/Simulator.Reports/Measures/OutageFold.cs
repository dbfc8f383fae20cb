using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <summary>Folds the troubles of a run; those that begin before the first is healed are told as one.</summary>
internal sealed class OutageFold(RunTotals totals)
{
    /// <summary>Of more troubles than these, the story of the first says nothing.</summary>
    public const int StoriesMax = 3;

    private readonly List<OutageLife> _all = [];
    private readonly List<OutageLife> _story = [];
    private readonly List<OutageLife> _aside = [];

    /// <summary>In the order of their starts.</summary>
    public IReadOnlyList<OutageLife> All => _all;

    /// <summary>
    /// The first one, or the first that came to anything: what is measured from an outage's start is measured from its start.
    /// </summary>
    public OutageLife? First { get; private set; }

    /// <summary>Those that came before it, had done nothing by then, and went on.</summary>
    public IReadOnlyList<OutageLife> Aside => _aside;

    /// <summary>Since the first outage began: some workload was below full strength.</summary>
    public Spells Weak { get; } = new();

    /// <summary>
    /// All workloads at full strength again, and no node down that the API still calls ready: for good, or until a later outage that has
    /// its own story.
    /// </summary>
    public TimeSpan? RecoveredAt => _recovered ?? _recoveredOfWhole;

    /// <summary>The outages that are told as one: all that began before the first was healed.</summary>
    public IReadOnlyList<OutageLife> Story => _story;

    /// <summary>A workload was below full strength since the first outage began.</summary>
    private bool _hasBeenShort;

    /// <summary>What goes missing so long after the last trouble is over and healed has another reason.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(10);

    /// <summary>A later outage began when the first one had been healed, or it is all over for long.</summary>
    private bool _isClosed;

    private TimeSpan? _recovered;

    /// <summary>Of the workloads that were whole at some time: one that never was may have a trouble of its own.</summary>
    private TimeSpan? _recoveredOfWhole;

    /// <summary>Nodes that are down while the API calls them ready, and API servers' outages that last.</summary>
    private int _hidden;

    private bool _isWhole;

    /// <summary>
    /// No trouble so far took a node down or can have a hand in what a later one does, except that it keeps images from being pulled.
    /// </summary>
    public bool IsIdle(TimeSpan now) =>
        First is not null && totals.ShortWorkloads == 0 && _all.TrueForAll(outage => outage.StartedAt < now && IsIdle(outage, now));

    private static bool IsIdle(OutageLife outage, TimeSpan now) =>
        outage is { Nodes: 0, Drained: 0 }
            && (outage.Kind is OutageKind.RegistryDown or OutageKind.RegistrySlow || now - outage.EndedAt > Aftermath);

    /// <summary>The story begins with the next one.</summary>
    public void Forget()
    {
        _aside.Clear();
        _aside.AddRange(_all.Where(outage => outage.EndedAt is null));
        _story.Clear();
        (First, _recovered, _recoveredOfWhole) = (null, null, null);
        (_hasBeenShort, _isClosed) = (false, false);
    }

    /// <summary>True for the one that is measured from.</summary>
    public bool OnStarted(in Observation fact)
    {
        _isClosed |= _hasBeenShort && RecoveredAt is not null;
        _isWhole = false;
        _all.Add(new OutageLife
        {
            Index = (int)fact.Value,
            Cluster = fact.Cluster,
            Target = fact.Subject,
            Kind = Enum.Parse<OutageKind>(fact.Other),
            StartedAt = fact.At,
        });
        if (HidesNodes(_all[^1])) _hidden++;
        if (!_isClosed) _story.Add(_all[^1]);
        First ??= _all[^1];
        return ReferenceEquals(First, _all[^1]);
    }

    public void OnEnded(in Observation fact)
    {
        if (Find(fact.Value) is not { EndedAt: null } outage) return;
        outage.EndedAt = fact.At;
        if (HidesNodes(outage)) _hidden--;
    }

    /// <summary>While the API server is away nobody notices anything.</summary>
    private static bool HidesNodes(OutageLife outage) =>
        outage.Kind == OutageKind.ApiServerDown
            || (outage.Kind == OutageKind.ProgramFreeze && outage.Target.StartsWith("api-server", StringComparison.Ordinal));

    /// <summary>The maintenance that is under way in a cluster; null: none is.</summary>
    public OutageLife? Maintenance(string cluster) =>
        _all.FindLast(outage => outage is { Kind: OutageKind.Maintenance, EndedAt: null } && outage.Cluster == cluster);

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
        _hidden++;
        return outage;
    }

    public void OnNodeNoticed(NodeLife node)
    {
        if (node.Outage is not { Unnoticed: > 0 } outage) return;
        outage.Unnoticed--;
        _hidden--;
    }

    /// <summary>Whose doing it is nobody says: it is put down to the latest outage, until that is healed.</summary>
    public void OnEndpointsShrunk(TimeSpan at)
    {
        if (_all.Count == 0 || _isWhole) return;
        _all[^1].FirstEndpointsShrunkAt ??= at;
        _all[^1].LastEndpointsShrunkAt = at;
    }

    /// <summary>Asked before each fact of a later moment, so that what happens in one moment is judged together.</summary>
    /// <param name="since">When the state as it is now came to be.</param>
    public void Judge(TimeSpan since)
    {
        if (_all.Count == 0) return;
        _isWhole = totals.ShortWorkloads == 0 && _hidden == 0;
        if (totals.ShortWorkloads == 0) Weak.End(since);
        else Weak.Note(since, totals.MissingShare);
        if (_isClosed || IsLongOver(since)) return;
        _hasBeenShort |= totals.ShortOfWhole > 0;
        _recovered = _isWhole ? _recovered ?? since : null;
        _recoveredOfWhole = totals.ShortOfWhole == 0 && _hidden == 0 ? _recoveredOfWhole ?? since : null;
    }

    private bool IsLongOver(TimeSpan at) =>
        _isClosed = _recovered is { } recovered && at - recovered > Aftermath && AllEndedBefore(at - Aftermath);

    private bool AllEndedBefore(TimeSpan at) => _story.TrueForAll(outage => outage.EndedAt < at);
}
