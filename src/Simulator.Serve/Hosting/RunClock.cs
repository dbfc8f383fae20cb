using Simulator.Serve.Runs;

namespace Simulator.Serve.Hosting;

/// <summary>The clock of the run in people's hands: its speed, pause and steps. On the simulation's thread only.</summary>
internal sealed class RunClock(ServedRun run, WallPace pace, Brakes brakes)
{
    private static readonly TimeSpan DecisionSearch = TimeSpan.FromHours(1);

    private TimeSpan? _stopAt;

    public Speed Speed => pace.Speed;

    /// <summary>Where it will pause; null: nowhere.</summary>
    public TimeSpan? StopsAt => _stopAt;

    public Brakes Brakes => brakes;

    public TimeSpan Lost => pace.Lost;

    public TimeSpan Now => run.Now;

    public void Set(Speed speed)
    {
        CatchUp();
        _stopAt = null;
        pace.Set(speed, run.Now);
    }

    /// <summary>Goes on at a speed up to a moment, and pauses there.</summary>
    public void RunUntil(TimeSpan moment, Speed speed)
    {
        Set(speed);
        _stopAt = moment;
    }

    /// <summary>Pauses, and does everything that is due at the next event.</summary>
    public void StepEvent()
    {
        Set(Speed.Paused);
        if (run.NextEvent is { } next) run.Advance(next);
    }

    /// <summary>Pauses, and goes on to the next moment at which a scheduler has decided something; at most an hour.</summary>
    public void StepDecision()
    {
        Set(Speed.Paused);
        var (end, decided) = (run.Now + DecisionSearch, run.Timeline.Decisions);
        while (run.Timeline.Decisions == decided && run.NextEvent <= end) run.Advance(run.NextEvent.Value);
    }

    public bool IsHeld(TimeSpan wall)
    {
        if (!brakes.Hold(wall)) return false;
        pace.Restart(run.Now);
        return true;
    }

    /// <summary>What a message sees is the present: simulated time comes to where the wall clock is, if nothing happens before.</summary>
    public void CatchUp()
    {
        if (pace.Target(run.Now) is not { } target) return;
        if (_stopAt < target) target = _stopAt.Value;
        if (target > run.Now && !(run.NextEvent <= target)) run.Advance(target);
    }

    /// <summary>Does what is due next; false: nothing is due yet.</summary>
    public bool Step()
    {
        var target = pace.Target(run.Now);
        if (run.NextEvent is not { } next || next > target || next > _stopAt || next > run.End) return false;
        run.Advance(next);
        pace.Note(run.Now);
        return true;
    }

    /// <summary>How long nothing is due.</summary>
    public TimeSpan Rest()
    {
        if (_stopAt is { } stop && (pace.Target(run.Now) ?? stop) >= stop && !(run.NextEvent <= stop)) Arrive(stop);
        else if (pace.Target(run.Now) is null && !(run.NextEvent <= run.End)) Arrive(run.End);
        else if (run.NextEvent is { } next && pace.Until(next < run.End ? next : run.End, run.Now) is { } left) return left;
        return TimeSpan.FromSeconds(1);
    }

    private void Arrive(TimeSpan moment)
    {
        if (moment > run.Now) run.Advance(moment);
        _stopAt = null;
        pace.Set(Speed.Paused, run.Now);
    }
}
