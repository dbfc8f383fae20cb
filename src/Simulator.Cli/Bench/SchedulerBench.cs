using System.Diagnostics;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.Cli.Bench;

/// <summary>Times scheduling decisions, assumption included, in a cluster of three zones whose pods all belong to one service and one controller.</summary>
/// <param name="nodes">Nodes, dealt out to three zones.</param>
/// <param name="podsPerNode">Running pods a node before the first timed decision.</param>
public sealed class SchedulerBench(int nodes, int podsPerNode)
{
    /// <summary>Decisions that the plain implementation repeats.</summary>
    private const int SampleSize = 25;

    private readonly Pod _template = Template();
    private readonly ClusterState _state = new();

    public SchedulerBenchResult Run(int decisions)
    {
        var algorithm = SchedulingAlgorithm.Default(new SchedulerSettings());
        var fast = new FastDecider(algorithm, _state);
        var plain = new PlainDecider(algorithm, _state);
        BuildCluster();
        var selections = 0UL;
        for (var i = 0; i < nodes * podsPerNode; i++) Place(fast, selections++, $"fill-{i:D7}");

        var checkEvery = Math.Max(1, decisions / SampleSize);
        var (cpu, wall) = (TimeSpan.Zero, TimeSpan.Zero);
        var (matching, checks) = (0, 0);
        for (var done = 0; done < decisions;)
        {
            var expected = plain.Decide(_template, selections).Host;
            var batch = Math.Min(checkEvery, decisions - done);
            var (cpuBefore, wallBefore) = (CpuTime, Stopwatch.GetTimestamp());
            var first = Place(fast, selections++, $"new-{done:D7}");
            for (var i = 1; i < batch; i++) Place(fast, selections++, $"new-{done + i:D7}");
            wall += Stopwatch.GetElapsedTime(wallBefore);
            cpu += CpuTime - cpuBefore;
            done += batch;
            checks++;
            if (first == expected) matching++;
        }

        return new SchedulerBenchResult(nodes, podsPerNode, decisions, decisions / cpu.TotalSeconds, decisions / wall.TotalSeconds, checks, matching);
    }

    private static TimeSpan CpuTime => Environment.CpuUsage.TotalTime;

    private NodeInfo Place(FastDecider decider, ulong selections, string name)
    {
        var host = decider.Decide(_template, selections).Host ?? throw new InvalidOperationException("the benchmark's cluster is full");
        _state.Cache.Assume(_template with { Metadata = _template.Metadata with { Name = name }, Spec = _template.Spec with { NodeName = host.Name } }, Instant.Start);
        return host;
    }

    private void BuildCluster()
    {
        var pods = podsPerNode * 2;
        var capacity = ResourceList.Of(
            (ResourceNames.Cpu, Quantity.FromMilli(100L * pods)),
            (ResourceNames.Memory, Quantity.FromUnits(pods * 256L << 20)),
            (ResourceNames.Pods, Quantity.FromUnits(pods)));
        for (var i = 0; i < nodes; i++) _state.Cache.SetNode(NodeNumber(i, capacity));
        var selector = _template.Metadata.Labels;
        var metadata = new ObjectMeta { Name = "web", Namespace = "default" };
        _state.Set(new Service { Metadata = metadata, Selector = selector });
        _state.Set(new ReplicationController { Metadata = metadata, Selector = selector });
    }

    private static Node NodeNumber(int i, ResourceList capacity) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = $"node-{i:D5}",
            Labels = LabelSet.Of((WellKnownLabels.Region, "r"), (WellKnownLabels.Zone, $"r-{i % 3}")),
        },
        Status = new NodeStatus
        {
            Capacity = capacity,
            Allocatable = capacity,
            Conditions = [new NodeCondition(NodeConditionType.Ready, ConditionStatus.True)],
        },
    };

    private static Pod Template() => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = "default", Labels = LabelSet.Of(("app", "web")) },
        Spec = new PodSpec
        {
            Containers =
            [
                new Container
                {
                    Name = "web",
                    Image = "web:1",
                    Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(100)), (ResourceNames.Memory, Quantity.FromUnits(256 << 20))),
                },
            ],
        },
    };
}

/// <param name="Checked">Decisions repeated by the plain implementation.</param>
/// <param name="Matching">Of those, how many gave the same node.</param>
public sealed record SchedulerBenchResult(
    int Nodes, int PodsPerNode, int Decisions, double DecisionsPerCpuSecond, double DecisionsPerWallSecond, int Checked, int Matching);
