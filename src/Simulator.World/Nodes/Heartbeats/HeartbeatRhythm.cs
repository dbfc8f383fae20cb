using Simulator.Engine;

namespace Simulator.World.Nodes.Heartbeats;

/// <summary>
/// The moments at which a running kubelet's status writes land: regular ones, until something changes the rhythm. What was before a change
/// stays as it was.
/// </summary>
public sealed class HeartbeatRhythm(TimeSpan phase, TimeSpan period)
{
    private readonly List<(IDistribution Delay, RandomStream Stream)> _starvations = [];
    private List<(TimeSpan From, IBeats Beats)>? _changes;
    private TimeSpan _phase = phase;
    private TimeSpan? _heldSince;

    /// <summary>It was not regular all the time.</summary>
    public bool HasChanged => _changes is not null;

    /// <summary>Writes wait.</summary>
    public bool IsHeld => _heldSince is not null;

    /// <summary>The last one up to a moment.</summary>
    public TimeSpan Last(TimeSpan now)
    {
        if (_changes is null) return After(now) - period;
        var i = _changes.Count - 1;
        while (_changes[i].From > now) i--;
        for (; i > 0; i--)
        {
            if (_changes[i].Beats.Last(now) is { } last && last >= _changes[i].From) return last;
            now = _changes[i].From;
        }

        return _changes[0].Beats.Last(now)!.Value;
    }

    /// <summary>The next one after a moment of the present or the future.</summary>
    public TimeSpan Next(TimeSpan now) => _changes?[^1].Beats.Next(now) ?? After(now);

    /// <summary>From now on each write takes so much longer; of several starvations the last to begin counts.</summary>
    public void Starve(IDistribution delay, RandomStream stream, TimeSpan now)
    {
        _starvations.Add((delay, stream));
        GoOn(now, Next(now));
    }

    /// <summary>One that began with this delay is over.</summary>
    public void EndStarvation(IDistribution delay, TimeSpan now)
    {
        _starvations.RemoveAt(_starvations.FindLastIndex(starvation => starvation.Delay == delay));
        GoOn(now, After(now));
    }

    /// <summary>From now on nothing lands: the next write is sent when it is due, and waits.</summary>
    public void Hold(TimeSpan now)
    {
        _heldSince = now;
        Change(now, HeldBeats.Instance);
    }

    /// <summary>What waits lands so much later; a write that was not due yet is not concerned.</summary>
    public void Release(TimeSpan now, TimeSpan later)
    {
        if (_heldSince is not { } since) return;
        _heldSince = null;
        if (After(since) > now)
        {
            GoOn(now, After(now));
            return;
        }

        _phase = now + later;
        Change(now, new RegularBeats(_phase, period));
        if (_starvations.Count > 0) GoOn(_phase, _phase + period);
    }

    /// <param name="next">When the next write is due.</param>
    private void GoOn(TimeSpan now, TimeSpan next)
    {
        if (IsHeld) return;
        if (_starvations.Count == 0) Change(now, new RegularBeats(_phase, period));
        else Change(now, new LateBeats(next, period, _starvations[^1].Delay, _starvations[^1].Stream));
    }

    private void Change(TimeSpan now, IBeats beats)
    {
        _changes ??= [(TimeSpan.MinValue, new RegularBeats(_phase, period))];
        _changes.Add((now, beats));
    }

    private TimeSpan After(TimeSpan now)
    {
        var periods = ((now - _phase).Ticks / period.Ticks) + (now < _phase ? 0 : 1);
        return _phase + (period * periods);
    }
}
