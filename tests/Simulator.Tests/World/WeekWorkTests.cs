using Simulator.Api;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>What 200 autoscaled services under load cost, in counted work: as much each hour, and nothing for services without.</summary>
[Collection(nameof(ScaleTests))]
public sealed class WeekWorkTests
{
    /// <summary>The cluster has shrunk from its start to what it needs.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(40);

    private static readonly TimeSpan Piece = TimeSpan.FromMinutes(15);

    /// <summary>Measured: 11.4; four passes of its autoscaler are four of them.</summary>
    private const double EventsPerServiceAndMinuteMax = 13;

    /// <summary>Measured: 8,600.</summary>
    private const double BytesPerServiceAndMinuteMax = 10_000;

    private const double GrowthMax = 1.1;

    [Fact]
    public void Twice_the_time_is_twice_the_work_and_quiet_services_are_none()
    {
        var week = ScenarioReader.Read(Path.Combine(Repository.Folder("scenarios"), "load", "week-of-200.yaml")).Scenario!;
        var (first, second) = Work(week);
        Assert.Equal(2, week.Clusters[0].Workloads.Count);
        var (_, withQuiet) = Work(WithQuietServices(week));
        Assert.InRange(second.Events / first.Events, 1 / GrowthMax, GrowthMax);
        Assert.InRange(second.Bytes / first.Bytes, 1 / GrowthMax, GrowthMax);
        Assert.InRange(withQuiet.Events / second.Events, 0, GrowthMax);
        Assert.InRange(withQuiet.Bytes / second.Bytes, 0, GrowthMax);
        Assert.InRange(second.Events / (200 * Piece.TotalMinutes), 0, EventsPerServiceAndMinuteMax);
        Assert.InRange(second.Bytes / (200 * Piece.TotalMinutes), 0, BytesPerServiceAndMinuteMax);
    }

    private static ((double Events, double Bytes) First, (double Events, double Bytes) Second) Work(Scenario scenario)
    {
        var run = new ScenarioRun(scenario);
        run.Start();
        run.Advance(Settled);
        if (scenario.Clusters[0].Workloads.Count > 2) Assert.Equal(2_000, run.Clusters[0].Store.List("Pod", "quiet").Count);
        return (Next(run), Next(run));
    }

    private static (double Events, double Bytes) Next(ScenarioRun run)
    {
        var (events, bytes) = (run.EventCount, GC.GetAllocatedBytesForCurrentThread());
        run.Advance(run.Now + Piece);
        return (run.EventCount - events, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    /// <summary>As many again in a namespace that nobody sends requests to, with as many pods and no autoscaler.</summary>
    private static Scenario WithQuietServices(Scenario scenario)
    {
        var cluster = scenario.Clusters[0];
        var quiet = cluster.Workloads[0] with
        {
            Objects =
            [
                new Namespace { Metadata = new ObjectMeta { Name = "quiet" } },
                .. cluster.Workloads[0].Objects.Select(value => value with { Metadata = value.Metadata with { Namespace = "quiet" } }),
            ],
        };
        return scenario with { Clusters = [cluster with { Workloads = [.. cluster.Workloads, quiet] }] };
    }
}
