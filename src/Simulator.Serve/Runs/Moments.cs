using Simulator.World.Running;

namespace Simulator.Serve.Runs;

/// <summary>
/// Gives each command from outside a moment of its own, after all that happens at it: so a run in which it is planned for that moment goes
/// the same way.
/// </summary>
internal sealed class Moments(ScenarioRun run)
{
    /// <summary>Durations of a scenario are whole microseconds, so the moments are, too.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(1);

    private TimeSpan _last = TimeSpan.FromTicks(-1);

    /// <summary>Of the last command.</summary>
    public TimeSpan Last => _last;

    /// <summary>The run has ended.</summary>
    public bool AreOver => run.IsEnded;

    /// <summary>Set while commands are repeated.</summary>
    public TimeSpan? Given { get; set; }

    /// <summary>What comes next comes after the present moment.</summary>
    public void Pin() => _last = run.Now > _last ? run.Now : _last;

    public TimeSpan Next()
    {
        var at = Given ?? (run.Now > _last ? RoundedUp(run.Now) : RoundedUp(_last + TimeSpan.FromTicks(1)));
        run.Advance(at);
        return _last = at;
    }

    private static TimeSpan RoundedUp(TimeSpan moment) => TimeSpan.FromTicks((moment.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks);
}
