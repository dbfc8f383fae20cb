using System.Diagnostics;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Fast;

namespace Simulator.Cli.Bench;

/// <summary>Times scheduling decisions, assumption included, in a cluster of three zones whose pods all belong to one service and one controller.</summary>
public sealed class SchedulerBench
{
    /// <summary>Decisions that the plain implementation repeats.</summary>
    private const int SampleSize = 25;

    private readonly int _nodes;
    private readonly int _podsPerNode;
    private readonly Pod _template = Template();
    private readonly ClusterState _state = new();
    private readonly PlainDecider _plain;
    private readonly FastDecider _fast;
    private ulong _selections;

    /// <param name="nodes">Nodes, dealt out to three zones.</param>
    /// <param name="podsPerNode">Running pods a node before the first timed decision.</param>
    /// <param name="room">Decisions for which there must be room besides.</param>
    public SchedulerBench(int nodes, int podsPerNode, int room)
    {
        (_nodes, _podsPerNode) = (nodes, podsPerNode);
        var algorithm = SchedulingAlgorithm.Default(new SchedulerSettings());
        (_plain, _fast) = (new PlainDecider(algorithm, _state), new FastDecider(algorithm, _state));
        BuildCluster(podsPerNode + (room / nodes) + 10);
        for (var i = 0; i < nodes * podsPerNode; i++) Place($"fill-{i:D7}");
    }

    public SchedulerBenchResult Run(int decisions)
    {
        var batch = Math.Max(1, decisions / SampleSize);
        var (cpu, wall) = (TimeSpan.Zero, TimeSpan.Zero);
        var (matching, checks) = (0, 0);
        for (var done = 0; done < decisions; done += batch)
        {
            var expected = _plain.Decide(_template, _selections).Host;
            var (cpuBefore, wallBefore) = (CpuTime, Stopwatch.GetTimestamp());
            var first = Place($"new-{done:D7}");
            for (var i = 1; i < Math.Min(batch, decisions - done); i++) Place($"new-{done + i:D7}");
            wall += Stopwatch.GetElapsedTime(wallBefore);
            cpu += CpuTime - cpuBefore;
            checks++;
            if (first == expected) matching++;
        }

        return new SchedulerBenchResult(_nodes, _podsPerNode, decisions, decisions / cpu.TotalSeconds, decisions / wall.TotalSeconds, checks, matching);
    }

    /// <summary>One decision, its assumption confirmed, and the pod gone again: the cluster is as before but for the round-robin counter.</summary>
    public void PlaceAndRemove()
    {
        Place("transient");
        _state.Cache.AddPod(_template with { Metadata = _template.Metadata with { Name = "transient" } });
        _state.Cache.RemovePod(new ObjectKey("default", "transient"));
    }

    private static TimeSpan CpuTime => Environment.CpuUsage.TotalTime;

    private NodeInfo Place(string name)
    {
        var host = _fast.Decide(_template, _selections++).Host ?? throw new InvalidOperationException("the benchmark's cluster is full");
        _state.Cache.Assume(_template with { Metadata = _template.Metadata with { Name = name }, Spec = _template.Spec with { NodeName = host.Name } }, Instant.Start);
        return host;
    }

    private void BuildCluster(int podsFitting)
    {
        var capacity = ResourceList.Of(
            (ResourceNames.Cpu, Quantity.FromMilli(100L * podsFitting)),
            (ResourceNames.Memory, Quantity.FromUnits(podsFitting * 256L << 20)),
            (ResourceNames.Pods, Quantity.FromUnits(podsFitting)));
        for (var i = 0; i < _nodes; i++) _state.Cache.SetNode(NodeNumber(i, capacity));
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
