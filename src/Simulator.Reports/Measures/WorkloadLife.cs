using Simulator.Reports.Measures.Money;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures;

/// <summary>One workload (a controller and its replicas) over a run.</summary>
/// <remarks>
/// A replica is lost while the workload has fewer usable ones than it is asked for and has already had: the first start-up and a
/// scale-up lose nothing, they have not been there yet.
/// </remarks>
public sealed class WorkloadLife(string cluster, string name)
{
    private Accrual _cost;
    private StepIntegral _desired;
    private StepIntegral _readyOfDesired;
    private StepIntegral _usableOfDesired;
    private StepIntegral _lost;
    private StepIntegral _lostByReady;
    private StepIntegral _lostByServing;
    private StepIntegral _sentToDead;
    private StepIntegral _isBelow;
    private StepIntegral _missing;
    private StepIntegral _missingForOutage;
    private double _missingBefore;
    private double _missingBeforeOutage;
    private double _lostBeforeOutage;
    private TimeSpan? _shortSince;
    private int? _brokenAt;
    private TimeSpan _longestShort;
    private int _peak;
    private bool _isWatched;

    public string Cluster => cluster;

    /// <summary>"namespace/name".</summary>
    public string Name => name;

    public int Desired { get; private set; }

    public ReplicaCounts Counts { get; private set; }

    /// <summary>Fewest usable replicas since the first outage (without one: since the workload was first at full strength).</summary>
    public int LowestUsable { get; private set; } = int.MaxValue;

    /// <summary>When it last came back to full strength after the first outage; null: it never fell, or has not come back.</summary>
    public TimeSpan? RecoveredAt { get; private set; }

    /// <summary>
    /// A DaemonSet: its pod on a dead node could be nowhere else, so that nothing is lost with it and nothing has to recover.
    /// </summary>
    public bool IsPerNode => Kind == "DaemonSet";

    /// <summary>"Deployment", "DaemonSet", "Job" and so on; "" before it was told.</summary>
    public string Kind { get; internal set; } = "";

    /// <summary>Fewer usable replicas than desired, now.</summary>
    public bool IsShort => !IsPerNode && Counts.Usable < Desired;

    /// <summary>Some replica was ready and served at some time.</summary>
    public bool WasEverThere { get; private set; }

    /// <summary>All replicas that were asked for were there at some time.</summary>
    public bool WasEverWhole { get; private set; }

    /// <summary>Fewer usable replicas than the first outage has to answer for: what was broken before it is not its doing.</summary>
    internal bool IsShortForOutage => !IsPerNode && Counts.Usable < WantedOfOutage;

    /// <summary>
    /// The same of a workload that was whole at some time: one that comes during an outage may have a trouble of its own.
    /// </summary>
    internal bool IsShortOfWhole => IsShortForOutage && (WasEverWhole || _brokenAt is not null);

    private int WantedOfOutage => _brokenAt is { } level ? Math.Min(level, Desired) : Desired;

    /// <summary>Of the whole run; null: nobody says what CPU its pods use.</summary>
    public CpuHours? Cpu { get; internal set; }

    /// <summary>US dollars that its pods' parts of their machines cost since the start of the run.</summary>
    public double CostAt(TimeSpan at) => _cost.At(at);

    internal void Charge(TimeSpan at, double perHour) => _cost.Change(at, perHour);

    internal void Scale(TimeSpan at, int desired)
    {
        Desired = desired;
        _peak = Math.Min(_peak, desired);
        Update(at);
    }

    internal void Change(TimeSpan at, ReplicaCounts difference)
    {
        Counts += difference;
        _peak = Math.Min(Desired, Math.Max(_peak, Counts.Usable));
        Update(at);
    }

    /// <summary>Longest unbroken time below full strength since the first outage that is over.</summary>
    internal TimeSpan LongestShortThatEnded => _longestShort;

    /// <summary>The first outage begins, or the first that does anything: from here on falls and recoveries count.</summary>
    internal void Watch(TimeSpan at)
    {
        _isWatched = true;
        LowestUsable = Counts.Usable;
        _lostBeforeOutage = _lost.SecondsAt(at);
        _missingBeforeOutage = _missingForOutage.SecondsAt(at);
        (_longestShort, RecoveredAt, _shortSince) = (TimeSpan.Zero, null, IsShort ? at : null);
        if (IsShort) _brokenAt = Counts.Usable;
    }

    /// <summary>Replicas that are missing when the run ends, times the seconds since all of them were there.</summary>
    internal double MissingAtEnd(TimeSpan end) => IsShort ? _missing.SecondsAt(end) - _missingBefore : 0;

    /// <summary>Replicas that were there once and were missing since the first outage began, times seconds.</summary>
    internal double LostSinceOutageAt(TimeSpan end) => _isWatched ? _lost.SecondsAt(end) - _lostBeforeOutage : 0;

    /// <summary>
    /// The same with those that were asked for since and came late; none of a workload that was never whole: that has a trouble of its own.
    /// </summary>
    internal double MissingSinceOutageAt(TimeSpan end) =>
        WasEverWhole || _brokenAt is not null ? _missingForOutage.SecondsAt(end) - _missingBeforeOutage : 0;

    public WorkloadTotals TotalsAt(TimeSpan end) => new()
    {
        Desired = _desired.SecondsAt(end),
        Ready = _readyOfDesired.SecondsAt(end),
        Usable = _usableOfDesired.SecondsAt(end),
        Lost = _lost.SecondsAt(end),
        LostByReady = _lostByReady.SecondsAt(end),
        LostByServing = _lostByServing.SecondsAt(end),
        SentToDead = _sentToDead.SecondsAt(end),
        BelowFull = _isBelow.SecondsAt(end),
        LongestShort = Math.Max(_longestShort.TotalSeconds, _shortSince is { } since ? (end - since).TotalSeconds : 0),
    };

    private void Update(TimeSpan at)
    {
        if (IsPerNode) return;
        var (ready, serving, usable) = Counts;
        _desired.Set(at, Desired);
        _readyOfDesired.Set(at, Math.Min(ready, Desired));
        _usableOfDesired.Set(at, Math.Min(usable, Desired));
        _lost.Set(at, Math.Max(0, _peak - usable));
        _lostByReady.Set(at, Math.Max(0, _peak - ready));
        _lostByServing.Set(at, Math.Max(0, _peak - serving));
        _sentToDead.Set(at, ready - usable);
        _isBelow.Set(at, usable < _peak ? 1 : 0);
        _missing.Set(at, Math.Max(0, Desired - usable));
        if (_isWatched) _missingForOutage.Set(at, Math.Max(0, WantedOfOutage - usable));
        if (IsShort) WasEverThere |= usable > 0;
        else Fill(at);
        if (_isWatched || _peak == Desired) LowestUsable = Math.Min(LowestUsable, usable);
        if (_isWatched) FollowShortage(at);
    }

    /// <summary>All are there: what was missing before is over.</summary>
    private void Fill(TimeSpan at)
    {
        _missingBefore = _missing.SecondsAt(at);
        _brokenAt = null;
        if (Desired > 0) (WasEverThere, WasEverWhole) = (true, true);
    }

    private void FollowShortage(TimeSpan at)
    {
        if (IsShort)
        {
            _shortSince ??= at;
            RecoveredAt = null;
        }
        else if (_shortSince is { } since)
        {
            if (at - since > _longestShort) _longestShort = at - since;
            (_shortSince, RecoveredAt) = (null, at);
        }
    }
}

/// <summary>A workload's sums over a run, in replica-seconds; the last two in seconds.</summary>
public readonly record struct WorkloadTotals
{
    public required double Desired { get; init; }

    public required double Ready { get; init; }

    public required double Usable { get; init; }

    /// <summary>Neither ready to the API nor serving in truth counts as there: what users miss.</summary>
    public required double Lost { get; init; }

    public required double LostByReady { get; init; }

    public required double LostByServing { get; init; }

    /// <summary>Ready to the API, and dead: requests still go there.</summary>
    public required double SentToDead { get; init; }

    public required double BelowFull { get; init; }

    /// <summary>Longest unbroken time below full strength since the first outage, up to the end if it never came back.</summary>
    public required double LongestShort { get; init; }
}
