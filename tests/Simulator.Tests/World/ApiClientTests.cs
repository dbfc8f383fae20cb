using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>One token bucket for all calls of a client, events included.</summary>
public sealed class ApiClientTests : ICaller
{
    private static readonly ApiServerOptions NoLatency = new() { CallLatencyMedian = TimeSpan.Zero, WatchLatencyMedian = TimeSpan.Zero };

    private readonly Simulation _simulation = new();
    private readonly List<double> _answers = [];

    void ICaller.Complete(in ApiResponse response) => _answers.Add(Math.Round(_simulation.Now.TotalSeconds, 3));

    [Fact]
    public void Calls_beyond_the_burst_wait_for_their_token()
    {
        var client = Client(qps: 20, burst: 3);
        for (var i = 0; i < 6; i++) client.Send(new GetRequest("Pod", default));
        _simulation.RunAll();
        Assert.Equal([0, 0, 0, 0.05, 0.1, 0.15], _answers);
    }

    [Fact]
    public void An_event_takes_a_token_from_the_calls_after_it()
    {
        var client = Client(qps: 1, burst: 2);
        client.Send(new GetRequest("Pod", default));
        client.Send(new EventRequest("Scheduled", "Pod", default, ""));
        client.Send(new GetRequest("Pod", default));
        _simulation.RunAll();
        Assert.Equal([0, 1], _answers);
    }

    [Fact]
    public void Events_go_one_by_one_so_a_flood_of_them_does_not_hold_up_calls_for_long()
    {
        var client = Client(qps: 1, burst: 1);
        for (var i = 0; i < 10; i++) client.Send(new EventRequest("Scheduled", "Pod", default, ""));
        for (var i = 0; i < 3; i++) client.Send(new GetRequest("Pod", default));
        _simulation.RunAll();
        Assert.Equal([1, 2, 3], _answers);
    }

    private ApiClient Client(float qps, int burst)
    {
        var server = new SimulatedApiServer(new ObjectStore(), new RandomStream(1));
        return new ApiClient(_simulation, server, new LatencyModel(NoLatency, new RandomStream(2), new RandomStream(3)), this, qps, burst);
    }
}
