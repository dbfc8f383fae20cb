namespace Simulator.Serve.Hosting;

/// <summary>Which simulated moment it should be by the wall clock. Who falls behind is not hurried afterwards: the time is lost.</summary>
/// <param name="wall">A clock that never goes back.</param>
internal sealed class WallPace(Func<TimeSpan> wall)
{
    /// <summary>So far behind, the simulation has been too slow, and time goes on from where it is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private TimeSpan _wallStart;
    private TimeSpan _start;

    public Speed Speed { get; private set; } = Speed.Paused;

    /// <summary>Wall time by which simulated time came later than it was asked for.</summary>
    public TimeSpan Lost { get; private set; }

    public void Set(Speed speed, TimeSpan now)
    {
        Speed = speed;
        Restart(now);
    }

    /// <summary>Goes on from here, without making up for what was not simulated.</summary>
    public void Restart(TimeSpan now) => (_wallStart, _start) = (wall(), now);

    /// <summary>How far it may go now; null: as far as it likes.</summary>
    public TimeSpan? Target(TimeSpan now)
    {
        if (double.IsInfinity(Speed.Factor)) return null;
        var target = _start + Simulated(wall() - _wallStart);
        return target > now ? target : now;
    }

    /// <summary>How long until it may be that moment; null: never at this speed.</summary>
    public TimeSpan? Until(TimeSpan moment, TimeSpan now) => Speed.Factor switch
    {
        0 => null,
        double.PositiveInfinity => TimeSpan.Zero,
        _ => moment - Target(now) is { Ticks: > 0 } left ? left / Speed.Factor : TimeSpan.Zero,
    };

    /// <summary>The simulation has come to here, having more to do: if that is too late, the rest is lost.</summary>
    public void Note(TimeSpan reached)
    {
        if (double.IsInfinity(Speed.Factor) || Speed.Factor == 0 || Target(reached) is not { } target) return;
        var behind = (target - reached) / Speed.Factor;
        if (behind <= Patience) return;
        Lost += behind;
        Restart(reached);
    }

    private TimeSpan Simulated(TimeSpan passed) => passed * Speed.Factor;
}
