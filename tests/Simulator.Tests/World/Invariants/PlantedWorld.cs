using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.ControlPlane.Versions;
using Simulator.Tests.Stories;
using Simulator.World.ApiServer;
using Simulator.World.Invariants;
using Simulator.World.Nodes;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.World.Invariants;

/// <summary>A cluster of two nodes whose facts and commits are written by hand, so that a test can plant what never happens.</summary>
internal sealed class PlantedWorld
{
    private readonly ClusterInvariants _rules;
    private TimeSpan _now;

    public PlantedWorld(SchedulerOptions? scheduler = null, params IReadOnlyList<ApplicationSpec> applications)
        : this(Plain with { Scheduler = scheduler ?? new(), Applications = applications })
    {
    }

    private PlantedWorld(ClusterSpec spec)
    {
        Cluster = new CheckedCluster(spec, Store, Topology.Find);
        _rules = new ClusterInvariants(Cluster);
        Store.Committed += commit => _rules.OnCommitted(commit, _now);
        foreach (var name in new[] { "n1", "n2" })
        {
            Topology.Add(new SimulatedNode(name, "a", "r", TimeSpan.Zero, 10.Seconds()));
            Put(NodeObject(name));
        }

        Fact(ObservationKind.ClusterStarted, "east");
    }

    private static ClusterSpec Plain => new() { Name = "east", Zones = ["a"], NodePools = [] };

    public static PlantedWorld Of(ClusterAutoscalerOptions autoscaler) => new(Plain with { Autoscaler = autoscaler });

    public static PlantedWorld Of(string version) => new(Plain with { Version = KubernetesVersions.Find(version)! });

    public ObjectStore Store { get; } = new();

    public Topology Topology { get; } = new();

    public CheckedCluster Cluster { get; }

    public static Node NodeObject(string name, ConditionStatus ready = ConditionStatus.True) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Status = new NodeStatus
        {
            Allocatable = Workloads.Machine,
            Capacity = Workloads.Machine,
            Conditions = [new NodeCondition(NodeConditionType.Ready, ready)],
        },
    };

    public static Pod PodObject(string name, long milliCpu = 100, int hostPort = 0) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name,
            Namespace = "default",
            Uid = $"uid-{name}",
            GenerateName = "web-",
            CreationTimestamp = Instant.Start,
            Labels = LabelSet.Of(("app", "web")),
        },
        Spec = new PodSpec
        {
            Containers =
            [
                new Container
                {
                    Name = "c",
                    Requests = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milliCpu))),
                    Ports = hostPort == 0 ? [] : [new ContainerPort("", 80, hostPort, "TCP")],
                },
            ],
        },
    };

    public PlantedWorld At(TimeSpan time)
    {
        _now = time;
        return this;
    }

    public T Put<T>(T value)
        where T : ApiObject => (T)Store.Put(value);

    /// <summary>Created, then bound.</summary>
    public Pod Bind(Pod pod, string node)
    {
        var stored = Store.Find<Pod>("Pod", pod.Key) ?? Create(pod);
        var bound = Put(stored with { Spec = stored.Spec with { NodeName = node } });
        Fact(ObservationKind.PodBound, pod.Key.ToString(), node);
        return bound;
    }

    public Pod Create(Pod pod)
    {
        var stored = Put(pod);
        Fact(ObservationKind.PodCreated, pod.Key.ToString());
        return stored;
    }

    public void Remove(Pod pod)
    {
        Store.Remove(Store.Find("Pod", pod.Key)!);
        Fact(ObservationKind.PodRemoved, pod.Key.ToString(), pod.NodeName);
    }

    public PlantedWorld Fact(ObservationKind kind, string subject, string other = "", long value = 0, long extra = 0)
    {
        _rules.Observe(new Observation(_now, kind, "east", subject, other, value, extra));
        return this;
    }

    public void Breaks(string invariant, string sentence)
    {
        Assert.Equal([(invariant, sentence)], Cluster.Broken.Select(broken => (broken.Invariant, broken.Sentence)));
        Assert.Contains(InvariantTable.All, entry => entry.Name == invariant);
    }

    public void Holds() => Assert.Empty(Cluster.Broken);
}
