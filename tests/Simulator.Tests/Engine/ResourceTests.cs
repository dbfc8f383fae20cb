using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Engine;

public sealed class ResourceTests
{
    private readonly Simulation _simulation = new();
    private readonly List<string> _log = [];

    [Fact]
    public void Requests_are_granted_first_in_first_out_up_to_the_capacity()
    {
        var desk = new Resource(_simulation, capacity: 2);
        foreach (var name in new[] { "a", "b", "c", "d" }) _simulation.Process(Customer(desk, name));
        _simulation.Run(TimeSpan.FromSeconds(1));
        Assert.Equal((2, 2), (desk.InUse, desk.Waiting));
        _simulation.RunAll();
        Assert.Equal(["0 a", "0 b", "10 c", "10 d"], _log);
        Assert.Equal((0, 0), (desk.InUse, desk.Waiting));
    }

    [Fact]
    public void Who_is_interrupted_in_the_queue_leaves_it()
    {
        var desk = new Resource(_simulation);
        _simulation.Process(Customer(desk, "a"));
        var impatient = _simulation.Process(Customer(desk, "impatient"));
        _simulation.Process(Customer(desk, "c"));
        _simulation.Schedule(TimeSpan.FromSeconds(5), () => impatient.Interrupt());
        _simulation.RunAll();
        Assert.Equal(["0 a", "5 impatient gave up", "10 c"], _log);
        Assert.Equal(0, desk.InUse);
    }

    [Fact]
    public void A_second_release_does_nothing()
    {
        var desk = new Resource(_simulation);
        var (first, second) = (desk.Request(), desk.Request());
        desk.Release(first);
        desk.Release(first);
        Assert.Equal((1, true), (desk.InUse, second.IsTriggered));
    }

    [Fact]
    public void Mistakes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resource(_simulation, capacity: 0));
        var foreign = new Resource(_simulation).Request();
        Assert.Throws<ArgumentException>(() => new Resource(_simulation).Release(foreign));
    }

    private IEnumerable<Event> Customer(Resource desk, string name)
    {
        using var request = desk.Request();
        yield return request;
        if (_simulation.HandleFault())
        {
            Log($"{name} gave up");
            yield break;
        }

        Log(name);
        yield return _simulation.Timeout(TimeSpan.FromSeconds(10));
    }

    private void Log(string line) => _log.Add(FormattableString.Invariant($"{_simulation.Now.TotalSeconds} {line}"));
}
