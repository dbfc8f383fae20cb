using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Engine;

public sealed class ProcessTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Fact]
    public void Processes_take_turns_in_simulated_time()
    {
        _simulation.Process(Ticker("a", 2, 3));
        _simulation.Process(Ticker("b", 3, 2));
        _simulation.RunAll();
        // At 6 s b comes first: it has been waiting since 3 s, a since 4 s.
        Assert.Equal(["2 a", "3 b", "4 a", "6 b", "6 a"], _log);
    }

    [Fact]
    public void A_process_can_wait_for_another_and_see_its_value()
    {
        _simulation.Process(Parent());
        _simulation.RunAll();
        Assert.Equal(["5 child gave 42"], _log);

        IEnumerable<Event> Child()
        {
            yield return Wait(5);
            _simulation.ActiveProcess!.Succeed(42);
        }

        IEnumerable<Event> Parent()
        {
            var child = _simulation.Process(Child());
            yield return child;
            Log($"child gave {child.Value}");
        }
    }

    [Fact]
    public void An_event_wakes_all_who_wait_in_the_order_of_their_coming()
    {
        var gate = _simulation.Event();
        foreach (var name in new[] { "a", "b", "c" }) _simulation.Process(Through(gate, name));
        _simulation.Schedule(TimeSpan.FromSeconds(4), () => gate.Succeed());
        _simulation.RunAll();
        Assert.Equal(["4 a", "4 b", "4 c"], _log);
        Assert.Throws<InvalidOperationException>(() => gate.Succeed());
    }

    [Fact]
    public void A_processed_event_does_not_hold_a_process_up()
    {
        var gate = _simulation.Event();
        gate.Succeed();
        _simulation.RunAll();
        _simulation.Process(Through(gate, "late"));
        _simulation.RunAll();
        Assert.Equal(["0 late"], _log);
    }

    [Fact]
    public void A_failed_event_is_a_fault_for_who_waits()
    {
        var call = _simulation.Event();
        _simulation.Process(Caller());
        _simulation.Schedule(TimeSpan.FromSeconds(1), () => call.Fail("refused"));
        _simulation.RunAll();
        Assert.Equal(["1 refused"], _log);

        IEnumerable<Event> Caller()
        {
            yield return call;
            if (_simulation.HandleFault()) Log($"{_simulation.ActiveProcess!.FaultValue}");
            Assert.False(_simulation.HandleFault());
        }
    }

    [Fact]
    public void A_fault_that_nobody_handles_is_an_error()
    {
        _simulation.Event().Fail("alone");
        Assert.Throws<UnhandledFaultException>(_simulation.RunAll);
        var call = _simulation.Event();
        _simulation.Process(Through(call, "ends with the fault"));
        call.Fail("refused");
        Assert.Contains("refused", Assert.Throws<UnhandledFaultException>(_simulation.RunAll).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_yields_on_without_handling_a_fault_is_an_error()
    {
        var call = _simulation.Event();
        var careless = _simulation.Process(Careless());
        call.Fail("refused");
        var exception = Assert.Throws<UnhandledFaultException>(_simulation.RunAll);
        Assert.Same(careless, exception.Fault);
        Assert.Equal(TimeSpan.Zero, _simulation.Now);

        IEnumerable<Event> Careless()
        {
            yield return call;
            yield return Wait(1);
        }
    }

    [Fact]
    public void A_process_cleans_up_when_it_ends_itself()
    {
        _simulation.Process(Tidy());
        _simulation.RunAll();
        Assert.Equal(["0 tidy"], _log);

        IEnumerable<Event> Tidy()
        {
            try
            {
                _simulation.ActiveProcess!.Succeed();
                yield return Wait(1);
                Log("never");
            }
            finally
            {
                Log("tidy");
            }
        }
    }

    private IEnumerable<Event> Ticker(string name, double seconds, int times)
    {
        for (var i = 0; i < times; i++)
        {
            yield return Wait(seconds);
            Log(name);
        }
    }

    private IEnumerable<Event> Through(Event gate, string name)
    {
        yield return gate;
        Log(name);
    }

    private Event Wait(double seconds) => _simulation.Timeout(TimeSpan.FromSeconds(seconds));

    private void Log(string line) => _log.Add(FormattableString.Invariant($"{_simulation.Now.TotalSeconds} {line}"));
}
