using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>Two of three worlds: pods that are queues, use CPU and tell of themselves, and clients that give up and come again.</summary>
internal sealed class DrawnLoad(Dice dice)
{
    /// <summary>What pods can tell of themselves, by name.</summary>
    public const string Metric = "qps";

    public ClusterSpec Over(ClusterSpec cluster, TimeSpan duration)
    {
        if (!dice.Chance(0.65)) return cluster;
        var known = cluster.Applications.Where(application => application.State is null).ToList();
        var added = cluster.Workloads.SelectMany(workload => workload.Objects)
            .Where(value => value is Deployment or ReplicaController)
            .Where(value => !cluster.Applications.Any(application => IsOf(application, value)))
            .Where(_ => dice.Chance(0.6))
            .Select(value => new ApplicationSpec
            {
                Namespace = value.Namespace,
                Selector = LabelSet.Of(("app", value.Name)),
                Load = Draw(duration),
            })
            .ToList();
        return cluster with
        {
            Applications =
            [
                .. cluster.Applications.Select(application =>
                    known.Contains(application) && dice.Chance(0.5) ? application with { Load = Draw(duration) } : application),
                .. added,
            ],
            Traffic = [.. cluster.Traffic.Select(traffic => Over(traffic, cluster.Traffic, duration))],
            Heapster = new HeapsterOptions
            {
                Sampler = dice.Of(HeapsterSampler.Rate, HeapsterSampler.Minute, HeapsterSampler.Live),
                Phase = dice.Seconds(0, 59),
            },
        };
    }

    private static bool IsOf(ApplicationSpec application, ApiObject value) =>
        application.Namespace == value.Namespace && application.Selector.SameAs(LabelSet.Of(("app", value.Name)));

    private LoadSpec Draw(TimeSpan duration)
    {
        var served = TimeSpan.FromMilliseconds(dice.Between(5, 500));
        return new LoadSpec
        {
            ServiceTime = dice.Chance(0.85) ? served : TimeSpan.Zero,
            Spread = dice.Of(1, 1, 0, 0.5, 2),
            Concurrency = dice.Between(1, 20),
            QueueMax = dice.Chance(0.4) ? dice.Between(0, 200) : null,
            CpuPerRequest = dice.Chance(0.5) ? served / dice.Between(1, 10) : null,
            IdleMilliCpu = dice.Of(0, 5, 50),
            MemoryPerRequest = dice.Chance(0.2) ? dice.Between(1, 20) << 20 : 0,
            CpuDemand = dice.Chance(0.2) ? Demand(duration) : [],
            Metrics = dice.Chance(0.4)
                ? [new MetricSpec { Name = Metric, Kind = MetricKind.Together, Together = [new(TimeSpan.Zero, dice.Between(0, 500))] }]
                : [],
        };
    }

    private IReadOnlyList<DemandStep> Demand(TimeSpan duration) =>
        [new(TimeSpan.Zero, dice.Between(0, 500)), new(duration / dice.Between(2, 5), dice.Between(0, 8000))];

    private TrafficSpec Over(TrafficSpec traffic, IReadOnlyList<TrafficSpec> all, TimeSpan duration)
    {
        var changed = traffic with
        {
            Client = new ClientSpec
            {
                Timeout = dice.Chance(0.6) ? TimeSpan.FromMilliseconds(dice.Between(50, 20_000)) : null,
                Retries = dice.Chance(0.4) ? dice.Between(1, 5) : 0,
                RetryAfter = dice.Seconds(1, 20),
            },
            Crowds = dice.Chance(0.3)
                ? [new FlashCrowd(dice.Seconds(0, (int)duration.TotalSeconds / 2), dice.Between(2, 8), dice.Seconds(0, 120),
                    dice.Seconds(10, 600), dice.Seconds(0, 120))]
                : [],
            Noise = dice.Chance(0.2) ? dice.Of(0.05, 0.3) : 0,
        };
        return dice.Chance(0.2) && Callee(traffic, all) is { } name
            ? changed with { Calls = [new ServiceCall(name, dice.Of(0.2, 1, 3))] }
            : changed;
    }

    /// <summary>Later names are called by earlier ones: no circles.</summary>
    private static string? Callee(TrafficSpec caller, IReadOnlyList<TrafficSpec> all) => all
        .Where(other => other.Namespace == caller.Namespace && string.CompareOrdinal(other.Services[0], caller.Services[0]) > 0)
        .Select(other => other.Services[0])
        .FirstOrDefault();
}
