using CsCheck;
using Simulator.ControlPlane.Controllers.Throttling;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Etcd;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>How long calls take, and what becomes of them, when servers are loaded, slow or dead.</summary>
public sealed class ApiServerFleetTests
{
    private static readonly ApiServerOptions Options = new()
    {
        CallLatencyMedian = TimeSpan.FromMilliseconds(8),
        CallLatencySigma = 0,
        MaxRequestsInflight = 400,
        CallsAtFullSpeed = 50,
    };

    private readonly Simulation _simulation = new();

    [Theory]
    [InlineData(1, 8)]
    [InlineData(50, 8)]
    [InlineData(100, 16)]
    [InlineData(400, 64)]
    public void A_call_takes_its_own_time_until_the_processors_are_shared(int calls, double slowestMilliseconds)
    {
        var fleet = new ApiServerFleet(Options);
        var answers = Send(fleet, calls);
        _simulation.RunAll();
        Assert.All(answers, answer => Assert.Equal(ApiResult.Ok, answer.Result));
        Assert.Equal(slowestMilliseconds, answers.Max(answer => answer.At).TotalMilliseconds);
        Assert.Equal(0, fleet.Replicas[0].InFlight);
    }

    /// <summary>
    /// Arrivals are no events; yet each call meets exactly the calls that a plain count of arrivals and ends says are there.
    /// </summary>
    [Fact]
    public void Load_is_that_of_the_moment_of_arrival() => Gen.Int[1, 12].Array[1, 8].Sample(callsOfClients =>
    {
        // A call takes a microsecond more than 8 ms, and clients stand 0.1 ms apart: no arrival falls together with an end.
        var options = Options with { CallLatencyMedian = TimeSpan.FromMicroseconds(8001), CallsAtFullSpeed = 1 };
        var (simulation, calls) = (new Simulation(), new List<(TimeSpan Arrival, TimeSpan End)>());
        var server = new SimulatedApiServer(new ObjectStore(), new RandomStream(1)) { Fleet = new ApiServerFleet(options) };
        var latency = new LatencyModel(options, new RandomStream(2), new RandomStream(3));
        var (answers, arrivals) = (new Answers(simulation), new List<TimeSpan>());
        for (var i = 0; i < callsOfClients.Length; i++)
        {
            simulation.Run(TimeSpan.FromMicroseconds(100 * i));
            var (now, bucket) =
                (Simulator.Api.Instant.FromStart(simulation.Now), new TokenBucket(200, 2, Simulator.Api.Instant.FromStart(simulation.Now)));
            var client = new ApiClient(simulation, server, latency, answers, qps: 200, burst: 2);
            for (var call = 0; call < callsOfClients[i]; call++)
            {
                arrivals.Add(simulation.Now + bucket.Take(now));
                client.Send(new ListRequest("Pod"));
            }
        }

        foreach (var arrival in arrivals.Order())
        {
            var load = 1 + calls.Count(call => call.End > arrival);
            calls.Add((arrival, arrival + (options.CallLatencyMedian * load)));
        }

        simulation.RunAll();
        Assert.Equal(calls.Select(call => call.End).Order(), answers.Select(answer => answer.At));
    });

    [Fact]
    public void One_more_than_the_limit_is_refused_and_tried_again_after_a_second()
    {
        var answers = Send(new ApiServerFleet(Options), 401);
        _simulation.RunAll();
        Assert.All(answers, answer => Assert.Equal(ApiResult.Ok, answer.Result));
        Assert.Equal([1016.0], answers.Select(answer => answer.At.TotalMilliseconds).Where(at => at > 100));
    }

    [Fact]
    public void After_ten_more_tries_the_caller_is_told()
    {
        var fleet = new ApiServerFleet(Options);
        fleet.SetSlowness(fleet.Replicas[0], 5000, TimeSpan.Zero);
        var answers = Send(fleet, 401);
        _simulation.RunAll();
        var refused = Assert.Single(answers, answer => answer.Result == ApiResult.TooManyRequests);
        Assert.InRange(refused.At.TotalSeconds, 10, 10.2);
    }

    [Fact]
    public void Clients_of_a_dead_server_go_to_the_next()
    {
        var fleet = new ApiServerFleet(Options, replicas: 3);
        var answers = Send(fleet, 30);
        Assert.All(fleet.Replicas, replica => Assert.Equal(10, replica.InFlight));
        fleet.Stop(fleet.Replicas[1], TimeSpan.Zero);
        var later = Send(fleet, 30);
        Assert.Equal(0, fleet.Replicas[1].InFlight);
        Assert.Equal(50, fleet.Replicas[0].InFlight + fleet.Replicas[2].InFlight);
        _simulation.RunAll();

        // What was in flight there is lost; nobody else notices.
        Assert.Equal(10, answers.Count(answer => answer.Result == ApiResult.Unavailable));
        Assert.All(later, answer => Assert.Equal(ApiResult.Ok, answer.Result));
    }

    [Fact]
    public void With_no_server_a_call_fails_fast()
    {
        var fleet = new ApiServerFleet(Options);
        fleet.Stop(fleet.Replicas[0], TimeSpan.Zero);
        var answers = Send(fleet, 3);
        _simulation.RunAll();
        Assert.All(answers, answer => Assert.Equal((ApiResult.Unavailable, 8.0), (answer.Result, answer.At.TotalMilliseconds)));
    }

    [Fact]
    public void Without_a_quorum_a_call_hangs_until_its_time_out()
    {
        var etcd = new EtcdQuorum(_simulation, new EtcdOptions(), 1, new RandomStream(1), static () => 0);
        var fleet = new ApiServerFleet(Options) { Etcd = etcd };
        etcd.Stop(0);
        var answers = Send(fleet, 3);
        _simulation.RunAll();
        Assert.All(answers, answer => Assert.Equal((ApiResult.Unavailable, 7.0), (answer.Result, answer.At.TotalSeconds)));
        Assert.Equal(0, fleet.Replicas[0].InFlight);
    }

    [Fact]
    public void A_slow_etcd_slows_writes_not_reads()
    {
        var etcd = new EtcdQuorum(_simulation, new EtcdOptions(), 1, new RandomStream(1), static () => 0);
        etcd.SetSlowness(0, 11);
        var fleet = new ApiServerFleet(Options) { Etcd = etcd };
        var reads = Send(fleet, 1);
        var writes = Send(fleet, 1, new DeleteRequest("Pod", default));
        _simulation.RunAll();
        Assert.Equal((8.0, 38.0), (reads[0].At.TotalMilliseconds, writes[0].At.TotalMilliseconds));
    }

    /// <summary>A commit takes 3 s more, of which 0.992 s are over after a second.</summary>
    [Theory]
    [InlineData(1, 1000)]
    [InlineData(501, 2004)]
    [InlineData(2001, 5016)]
    public void What_waits_for_etcd_goes_on_at_its_new_pace(double slowness, double milliseconds)
    {
        var (etcd, fleet) = SlowEtcd(1001);
        var writes = Send(fleet, 1, new DeleteRequest("Pod", default));
        _simulation.ScheduleAt(TimeSpan.FromSeconds(1), () => etcd.SetSlowness(0, slowness));
        _simulation.RunAll();
        Assert.Equal(milliseconds, Assert.Single(writes).At.TotalMilliseconds);
    }

    [Fact]
    public void What_a_slow_etcd_does_not_commit_in_time_is_refused_and_done_later()
    {
        var (_, fleet) = SlowEtcd(10_001);
        var (store, answers) = (new ObjectStore(), new Answers(_simulation));
        var server = new SimulatedApiServer(store, new RandomStream(1)) { Fleet = fleet };
        var node = new Simulator.Api.Node { Metadata = new Simulator.Api.ObjectMeta { Name = "n" } };
        new ApiClient(_simulation, server, Latency, answers, 1, 1).Send(new CreateRequest(node));
        _simulation.Run(TimeSpan.FromSeconds(30));
        Assert.Equal((ApiResult.Unavailable, 7008.0), (answers[0].Result, answers[0].At.TotalMilliseconds));
        Assert.Equal(0, fleet.Replicas[0].InFlight);
        Assert.Empty(store.List("Node"));
        _simulation.RunAll();
        Assert.Equal(30_008, _simulation.Now.TotalMilliseconds);
        Assert.Single(store.List("Node"));
        Assert.Single(answers);
        Assert.Equal(0, fleet.Replicas[0].InFlight);
    }

    [Fact]
    public void A_server_that_hangs_does_not_say_that_it_takes_too_long()
    {
        var (_, fleet) = SlowEtcd(10_001);
        var writes = Send(fleet, 1, new DeleteRequest("Pod", default));
        _simulation.ScheduleAt(TimeSpan.FromSeconds(1), () => fleet.Freeze(fleet.Replicas[0], _simulation.Now));
        _simulation.ScheduleAt(TimeSpan.FromSeconds(20), () => fleet.Thaw(fleet.Replicas[0], _simulation.Now));
        _simulation.RunAll();
        Assert.Equal(20_158, Assert.Single(writes).At.TotalMilliseconds);
        Assert.Equal(0, fleet.Replicas[0].InFlight);
    }

    [Fact]
    public void A_server_that_takes_longer_than_a_minute_says_so()
    {
        var fleet = new ApiServerFleet(Options);
        fleet.SetSlowness(fleet.Replicas[0], 10_000, TimeSpan.Zero);
        var (slow, soon) = (Send(fleet, 1), Send(fleet, 1));
        _simulation.Run(TimeSpan.FromSeconds(59));
        Assert.Empty(slow);
        _simulation.Run(TimeSpan.FromSeconds(61));
        Assert.Equal((ApiResult.Unavailable, 60_008.0), (slow[0].Result, slow[0].At.TotalMilliseconds));
        Assert.Single(soon);
    }

    [Fact]
    public void Calls_that_wait_in_a_slow_server_hear_at_once_that_it_has_ended()
    {
        var fleet = new ApiServerFleet(Options);
        fleet.SetSlowness(fleet.Replicas[0], 1000, TimeSpan.Zero);
        var answers = Send(fleet, 3);
        _simulation.ScheduleAt(TimeSpan.FromSeconds(1), () => fleet.Stop(fleet.Replicas[0], _simulation.Now));
        _simulation.RunAll();
        Assert.All(answers, answer => Assert.Equal((ApiResult.Unavailable, 1008.0), (answer.Result, answer.At.TotalMilliseconds)));
        Assert.Equal(3, answers.Count);
    }

    [Fact]
    public void What_a_process_has_sent_outlives_it_what_waits_for_a_token_does_not()
    {
        var (fleet, store) = (new ApiServerFleet(Options), new ObjectStore());
        var server = new SimulatedApiServer(store, new RandomStream(1)) { Fleet = fleet };
        var answers = new Answers(_simulation);
        var client = new ApiClient(_simulation, server, Latency, answers, qps: 1, burst: 2);
        for (var i = 0; i < 5; i++)
        {
            client.Send(new CreateRequest(new Simulator.Api.Node { Metadata = new Simulator.Api.ObjectMeta { Name = $"n{i}" } }));
        }
        client.Stop();
        _simulation.RunAll();
        Assert.Equal(["n0", "n1"], store.List("Node").Select(node => node.Name));
        Assert.Empty(answers);
        Assert.Equal(0, fleet.Replicas[0].InFlight);
    }

    private (EtcdQuorum Etcd, ApiServerFleet Fleet) SlowEtcd(double slowness)
    {
        var etcd = new EtcdQuorum(_simulation, new EtcdOptions(), 1, new RandomStream(1), static () => 0);
        etcd.SetSlowness(0, slowness);
        var fleet = new ApiServerFleet(Options) { Etcd = etcd };
        etcd.PaceChanged += fleet.PaceCommits;
        return (etcd, fleet);
    }

    private static LatencyModel Latency => new(Options, new RandomStream(2), new RandomStream(3));

    private Answers Send(ApiServerFleet fleet, int calls, ApiRequest? request = null)
    {
        var server = new SimulatedApiServer(new ObjectStore(), new RandomStream(1)) { Fleet = fleet };
        var answers = new Answers(_simulation);
        for (var i = 0; i < calls; i++) new ApiClient(_simulation, server, Latency, answers, 1, 1).Send(request ?? new ListRequest("Pod"));
        return answers;
    }

    private sealed class Answers(Simulation simulation) : List<(ApiResult Result, TimeSpan At)>, ICaller
    {
        public void Complete(in ApiResponse response) =>
            Add((response.Result == ApiResult.NotFound ? ApiResult.Ok : response.Result, simulation.Now));
    }
}
