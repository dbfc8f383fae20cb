using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Engine;

public sealed class SimulationTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Fact]
    public void Order_is_time_then_priority_then_first_in_first_out()
    {
        At(2, "late", priority: -5);
        At(1, "second");
        At(1, "third");
        At(1, "last", priority: 1);
        At(1, "first", priority: -1);
        _simulation.RunAll();
        Assert.Equal(["first", "second", "third", "last", "late"], _log);
    }

    [Fact]
    public void A_hundred_thousand_simultaneous_events_stay_first_in_first_out()
    {
        var fired = new List<long>();
        for (var i = 0; i < 100_000; i++) _simulation.Schedule(Seconds(1), static (list, n) => ((List<long>)list).Add(n), fired, i);
        _simulation.RunAll();
        Assert.Equal(Enumerable.Range(0, 100_000).Select(n => (long)n), fired);
    }

    [Fact]
    public void Simultaneous_events_of_different_layouts_stay_first_in_first_out()
    {
        // Scheduled from far, from near, while the buckets are laid out anew: all due at 50 s.
        var fired = new List<long>();
        for (var i = 0; i < 50; i++)
        {
            _simulation.ScheduleAt(Seconds(i), static (list, n) => ((List<long>)list).Add(-1), new List<long>(), 0);
            for (var k = 0; k < 40; k++)
            {
                _simulation.ScheduleAt(Seconds(50), static (list, n) => ((List<long>)list).Add(n), fired, (i * 40) + k);
            }
            _simulation.Run(Seconds(i));
        }

        _simulation.RunAll();
        Assert.Equal(Enumerable.Range(0, 2_000).Select(n => (long)n), fired);
    }

    [Fact]
    public void Run_includes_what_is_due_at_its_end_and_leaves_the_time_there()
    {
        At(1, "a");
        At(2, "b");
        At(2.5, "c");
        _simulation.Run(Seconds(2));
        Assert.Equal(["a", "b"], _log);
        Assert.Equal(Seconds(2), _simulation.Now);
        Assert.Equal(Seconds(2.5), _simulation.NextTime);
        _simulation.Run(Seconds(10));
        Assert.Equal((Seconds(10), 3L, 0), (_simulation.Now, _simulation.FiredCount, _simulation.PendingCount));
    }

    [Fact]
    public void An_event_earlier_than_the_next_one_can_be_scheduled_after_a_pause()
    {
        At(100, "late");
        _simulation.Run(Seconds(10));
        At(20, "early");
        At(15, "earlier");
        _simulation.RunAll();
        Assert.Equal(["earlier", "early", "late"], _log);
    }

    [Fact]
    public void Many_earlier_events_can_be_scheduled_after_a_look_at_the_next_one()
    {
        var fired = new List<long>();
        At(5_000, "late");
        Assert.Equal(Seconds(5_000), _simulation.NextTime);
        for (var i = 1; i < 3_000; i++) _simulation.Schedule(Seconds(i), static (list, n) => ((List<long>)list).Add(n), fired, i);
        _simulation.RunAll();
        Assert.Equal(Enumerable.Range(1, 2_999).Select(n => (long)n), fired);
    }

    [Fact]
    public void Step_runs_one_event()
    {
        At(1, "a");
        At(1, "b");
        Assert.True(_simulation.Step());
        Assert.Equal(["a"], _log);
        Assert.True(_simulation.Step());
        Assert.False(_simulation.Step());
    }

    [Fact]
    public void The_past_is_refused()
    {
        _simulation.Run(Seconds(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => _simulation.Schedule(Seconds(-1), () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _simulation.ScheduleAt(Seconds(4), () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _simulation.Schedule(TimeSpan.MaxValue, () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _simulation.Run(Seconds(4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => _simulation.Schedule(Seconds(1), () => { }, priority: 40_000));
    }

    [Fact]
    public void A_callback_is_told_its_payload()
    {
        var callback = new Recorder(_log);
        _simulation.Schedule(Seconds(2), callback, 7);
        _simulation.Schedule(Seconds(1), callback, 3);
        _simulation.RunAll();
        Assert.Equal(["3", "7"], _log);
    }

    [Fact]
    public void An_exception_of_a_callback_leaves_the_simulation_usable()
    {
        _simulation.Schedule(Seconds(1), () => throw new InvalidOperationException("boom"));
        At(2, "b");
        Assert.Throws<InvalidOperationException>(_simulation.RunAll);
        _simulation.RunAll();
        Assert.Equal(["b"], _log);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private void At(double seconds, string name, int priority = 0) =>
        _simulation.ScheduleAt(Seconds(seconds), () => _log.Add(name), priority);

    private sealed class Recorder(List<string> log) : ICallback
    {
        public void Invoke(long payload) => log.Add(payload.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
