using Simulator.Engine;
using Xunit;
using Timeout = Simulator.Engine.Timeout;

namespace Simulator.Tests.Engine;

public sealed class ConditionTests
{
    private readonly Simulation _simulation = new();

    [Fact]
    public void Any_of_ends_with_the_first_and_names_it()
    {
        var (slow, fast) = (Wait(5), Wait(2));
        var any = slow | fast;
        Assert.Equal(2, EndOf(any));
        Assert.Same(fast, any.Value);
    }

    [Fact]
    public void All_of_ends_with_the_last() => Assert.Equal(5, EndOf(Wait(5) & Wait(2)));

    [Fact]
    public void Conditions_can_be_combined() => Assert.Equal(4, EndOf((Wait(3) & Wait(4)) | Wait(9)));

    [Fact]
    public void Conditions_of_nothing_end_at_once() =>
        Assert.Equal(0, EndOf(_simulation.AnyOf()) + EndOf(_simulation.AllOf()));

    [Fact]
    public void What_has_been_processed_counts()
    {
        var past = Wait(1);
        _simulation.Run(TimeSpan.FromSeconds(3));
        Assert.Equal(3, EndOf(past | _simulation.Event()));
        Assert.Equal(7, EndOf(past & Wait(4)));
    }

    [Fact]
    public void A_fault_of_one_is_the_fault_of_both_conditions()
    {
        var call = _simulation.Event();
        var (any, all) = (call | Wait(5), call & Wait(5));
        any.AddCallback(_ => { });
        all.AddCallback(_ => { });
        call.Fail("refused");
        _simulation.RunAll();
        Assert.Equal((false, "refused", false, "refused"), (any.IsOk, any.Value, all.IsOk, all.Value));
    }

    [Fact]
    public void A_cancelled_timeout_holds_nothing_up()
    {
        var timeout = Wait(100);
        Assert.True(timeout.Cancel());
        _simulation.RunAll();
        Assert.Equal((TimeSpan.Zero, false), (_simulation.Now, timeout.IsTriggered));
    }

    private Timeout Wait(double seconds) => _simulation.Timeout(TimeSpan.FromSeconds(seconds));

    private double EndOf(Event condition)
    {
        var end = -1.0;
        condition.AddCallback(_ => end = _simulation.Now.TotalSeconds);
        _simulation.RunAll();
        return end;
    }
}
