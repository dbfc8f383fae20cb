using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Engine;

public sealed class AllocationTests
{
    private readonly Simulation _simulation = new();

    [Fact]
    public void A_callback_event_allocates_nothing()
    {
        var heartbeat = new Heartbeat(_simulation);
        for (var i = 0; i < 2_000; i++) heartbeat.Invoke(i);
        Fire(200_000);
        Assert.Equal(0, Allocation.Of(() => Fire(500_000)));
    }

    private void Fire(int events)
    {
        for (var i = 0; i < events; i++) _simulation.Step();
    }

    private sealed class Heartbeat(Simulation simulation) : ICallback
    {
        private readonly RandomStream _draws = new(11);

        public void Invoke(long payload) => simulation.Schedule(new TimeSpan(_draws.NextInt(10_000_000)), this, payload);
    }
}
