using System.Text.Json;
using Simulator.Cli.Bench;
using Simulator.Cli.Output;
using Simulator.Reports.Measures;
using Simulator.Scenarios.Files;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Simulator.World.Observations;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>What a pod costs in bytes and counted work. Nothing else allocates meanwhile.</summary>
[CollectionDefinition(nameof(ScaleTests), DisableParallelization = true)]
[Collection(nameof(ScaleTests))]
public sealed class ScaleTests
{
    /// <summary>Measured: 2,140 bytes, its share of a node (a tenth) and of measures included.</summary>
    private const long SettledBytesMax = 2_400;

    /// <summary>
    /// Measured: 70,300 bytes from created to gone, with what an outage makes of it: marked, evicted, replaced, three versions of the
    /// addresses of 180 pods each time.
    /// </summary>
    private const long LifeBytesMax = 79_000;

    /// <summary>In four times the cluster a life may cost so many times as much.</summary>
    private const double GrowthMax = 1.15;

    [Fact]
    public void A_settled_pod_keeps_few_bytes()
    {
        Settled(nodes: 80);
        var bytes = (Settled(nodes: 800) - Settled(nodes: 400)) / 4_000;
        Assert.InRange(bytes, 1, SettledBytesMax);
    }

    [Fact]
    public void A_whole_life_allocates_few_bytes()
    {
        Outage(nodes: 80);
        var run = Outage(nodes: 400);
        Assert.InRange(run.BytesPerLife, 1, LifeBytesMax);
    }

    [Fact]
    public void Four_times_the_cluster_makes_no_life_dearer()
    {
        Outage(nodes: 80);
        var (small, large) = (Outage(nodes: 200), Outage(nodes: 800));
        Assert.InRange(large.BytesPerLife / small.BytesPerLife, 0, GrowthMax);
        Assert.InRange(large.EventsPerLife / small.EventsPerLife, 0, GrowthMax);
        Assert.InRange(large.ListedPerLife / small.ListedPerLife, 0, GrowthMax);
    }

    [Fact]
    public void The_hundred_thousand_nodes_shrunk_to_a_hundredth_run_as_they_should()
    {
        var scenario = ScaleWorld.Of(1_000);
        var recorder = new RunRecorder(scenario);
        var run = new ScenarioRun(scenario, recorder);
        run.Start();
        Assert.Equal(10_000, run.Clusters[0].Store.List("Pod").Count);
        while (run.Advance(scenario.Duration))
        {
        }

        Assert.Equal("83719e528b2a3438f8da0f7eb1e5ee697cf5424d81afd5d60674704d176a8a6b", run.Digest);
    }

    [Fact]
    public void The_shipped_scenario_has_a_million_pods()
    {
        var scenario = ScenarioReader.Read(Path.Combine(Repository.Folder("scenarios"), "hundred-thousand.yaml")).Scenario!;
        Assert.Equal(100_000, scenario.Clusters[0].NodePools.Sum(pool => pool.Count));
        Assert.Equal(scenario.Clusters[0].Workloads.Count, ScaleWorld.Of(100_000).Clusters[0].Workloads.Count);
    }

    [Fact]
    public void Bench_scale_tells_both_sizes_and_what_a_pod_costs_more()
    {
        var answer = CommandLine.Run("bench", "scale", "--small", "80", "--large", "160", "--json");
        var result = JsonDocument.Parse(answer.Out).RootElement;
        Assert.Equal([800, 1_600], result.GetProperty("sizes").EnumerateArray().Select(size => size.GetProperty("pods").GetInt32()));
        Assert.Equal(result.GetProperty("ratio").GetDouble() > 1.5 ? ExitCode.Missed : ExitCode.Done, answer.ExitCode);
    }

    /// <summary>Live bytes of a settled cluster, ten pods a node.</summary>
    private static long Settled(int nodes)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var scenario = ScaleWorld.Of(nodes);
        var recorder = new RunRecorder(scenario);
        var run = new ScenarioRun(scenario, recorder);
        run.Start();
        run.Advance(TimeSpan.FromSeconds(1));
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(recorder);
        GC.KeepAlive(run);
        return bytes;
    }

    /// <summary>A zone is lost and evicted quickly: most of its pods end, and are made anew elsewhere.</summary>
    private static (double BytesPerLife, double EventsPerLife, double ListedPerLife) Outage(int nodes)
    {
        var settings = ScaleWorld.Of(nodes);
        var cluster = settings.Clusters[0];
        var flags = cluster.ControllerManager with
        {
            KubeApiQps = 1_000,
            KubeApiBurst = 1_000,
            Nodes = cluster.ControllerManager.Nodes with { DeletingPodsQps = 10 },
        };
        var lives = new Lives();
        var scenario = settings with { Clusters = [cluster with { ControllerManager = flags }] };
        var run = new ScenarioRun(scenario, new RunRecorder(scenario), lives);
        run.Start();
        run.Advance(TimeSpan.FromMinutes(4));
        var store = run.Clusters[0].Store;
        var (bytes, events, listed) = (GC.GetAllocatedBytesForCurrentThread(), run.EventCount, store.ListedCount);
        run.Advance(TimeSpan.FromMinutes(20));
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Assert.InRange(lives.Count, nodes, 10 * nodes);
        (events, listed) = (run.EventCount - events, store.ListedCount - listed);
        return ((double)bytes / lives.Count, (double)events / lives.Count, (double)listed / lives.Count);
    }

    private sealed class Lives : IObserver
    {
        public int Count { get; private set; }

        public void Observe(in Observation observation)
        {
            if (observation.Kind == ObservationKind.PodRemoved) Count++;
        }
    }
}
