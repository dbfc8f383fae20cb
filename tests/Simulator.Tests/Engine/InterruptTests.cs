using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Engine;

public sealed class InterruptTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Fact]
    public void An_interrupt_ends_the_wait_and_the_old_timeout_does_not_wake_again()
    {
        var sleeper = _simulation.Process(Sleeper());
        _simulation.Schedule(TimeSpan.FromSeconds(3), () => sleeper.Interrupt("fire"));
        _simulation.RunAll();
        Assert.Equal(["3 interrupted: fire", "23 woke"], _log);
    }

    [Fact]
    public void An_interrupt_comes_before_other_events_of_its_time()
    {
        var sleeper = _simulation.Process(Sleeper());
        _simulation.Schedule(TimeSpan.FromSeconds(10), () => sleeper.Interrupt("just in time"), priority: -1);
        _simulation.RunAll();
        Assert.Equal(["10 interrupted: just in time", "30 woke"], _log);
    }

    [Fact]
    public void Two_interrupts_at_one_time_are_two_faults()
    {
        var sleeper = _simulation.Process(Sleeper());
        _simulation.Schedule(TimeSpan.FromSeconds(3), () =>
        {
            sleeper.Interrupt("one");
            sleeper.Interrupt("two");
        });
        _simulation.RunAll();
        Assert.Equal(["3 interrupted: one", "3 interrupted: two", "23 woke"], _log);
    }

    [Fact]
    public void A_process_that_has_ended_cannot_be_interrupted()
    {
        var sleeper = _simulation.Process(Sleeper());
        _simulation.RunAll();
        Assert.False(sleeper.IsAlive);
        Assert.Throws<InvalidOperationException>(() => sleeper.Interrupt());
    }

    [Fact]
    public void A_process_that_dies_of_an_interrupt_fails()
    {
        var mortal = _simulation.Process(Mortal());
        mortal.AddCallback(_ => { });
        _simulation.Schedule(TimeSpan.FromSeconds(3), () => mortal.Interrupt("fire"));
        _simulation.Run(TimeSpan.FromSeconds(5));
        Assert.Equal((true, false, "fire"), (mortal.IsProcessed, mortal.IsOk, mortal.Value));

        IEnumerable<Event> Mortal()
        {
            yield return Wait(10);
        }
    }

    private IEnumerable<Event> Sleeper()
    {
        yield return Wait(10);
        while (_simulation.HandleFault())
        {
            Log($"interrupted: {_simulation.ActiveProcess!.FaultValue}");
            yield return Wait(20);
        }

        Log("woke");
    }

    private Event Wait(double seconds) => _simulation.Timeout(TimeSpan.FromSeconds(seconds));

    private void Log(string line) => _log.Add(FormattableString.Invariant($"{_simulation.Now.TotalSeconds} {line}"));
}
