namespace Simulator.Engine;

/// <summary>
/// Simulated time and everything that is to happen in it. Events have a total order: time, then priority (lower first),
/// then the order in which they were scheduled.
/// </summary>
/// <remarks>One thread. An exception of a callback leaves through <see cref="Run"/>; the simulation stays usable.</remarks>
public sealed partial class Simulation
{
    private readonly Agenda _agenda = new();
    private long _now;

    /// <summary>Time since the start, in ticks of 100 ns.</summary>
    public TimeSpan Now => new(_now);

    /// <summary>Callbacks that wait; cancelled ones are not counted.</summary>
    public int PendingCount => _agenda.Count;

    /// <summary>Callbacks run since the start.</summary>
    public long FiredCount { get; private set; }

    /// <summary>When the next callback is due; null if none waits.</summary>
    public TimeSpan? NextTime => _agenda.TryPeek(out long ticks) ? new TimeSpan(ticks) : null;

    /// <summary>Runs everything that is due up to and including <paramref name="until"/> and leaves the time there.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is in the past.</exception>
    public void Run(TimeSpan until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(until, Now);
        while (Advance(until.Ticks))
        {
        }

        _now = until.Ticks;
    }

    /// <summary>Runs until nothing waits; the time stays at the last callback.</summary>
    public void RunAll()
    {
        while (Advance(long.MaxValue))
        {
        }
    }

    /// <summary>Runs the next callback; false if none waits.</summary>
    public bool Step() => Advance(long.MaxValue);

    private bool Advance(long limit)
    {
        if (!_agenda.TryTake(limit, out var callback)) return false;
        _now = callback.Ticks;
        FiredCount++;
        callback.Action(callback.State, callback.Argument);
        return true;
    }
}
