using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Engine;

public sealed class TimerTests
{
    private readonly Simulation _simulation = new();
    private int _fired;

    [Fact]
    public void A_cancelled_timer_does_not_fire()
    {
        var timer = Schedule(1);
        Assert.True(_simulation.IsPending(timer));
        Assert.True(_simulation.Cancel(timer));
        Assert.False(_simulation.IsPending(timer));
        Assert.False(_simulation.Cancel(timer));
        _simulation.RunAll();
        Assert.Equal((0, TimeSpan.Zero), (_fired, _simulation.Now));
    }

    [Fact]
    public void A_handle_does_not_name_a_later_timer_in_the_same_slot()
    {
        var old = Schedule(1);
        _simulation.RunAll();
        var young = Schedule(1);
        Assert.False(_simulation.Cancel(old));
        Assert.True(_simulation.IsPending(young));
        _simulation.RunAll();
        Assert.Equal(2, _fired);
    }

    [Fact]
    public void The_default_handle_names_nothing()
    {
        Schedule(1);
        Assert.False(_simulation.Cancel(default));
    }

    [Fact]
    public void Cancelled_timers_do_not_fill_the_memory()
    {
        ScheduleAndCancel(10_000);
        Assert.Equal(0, Allocation.Of(() => ScheduleAndCancel(500_000)));
        Assert.Equal(0, _simulation.PendingCount);
    }

    private void ScheduleAndCancel(int count)
    {
        for (var i = 0; i < count; i++) _simulation.Cancel(Schedule(3600));
    }

    private TimerHandle Schedule(double seconds) =>
        _simulation.Schedule(TimeSpan.FromSeconds(seconds), static (test, _) => ((TimerTests)test)._fired++, this);
}
