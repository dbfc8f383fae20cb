using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Horizontal;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Hosting;
using Simulator.World.Invariants;
using Simulator.World.Metrics;
using Simulator.World.Nodes;
using Simulator.World.Nodes.Images;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>A small cluster of zones a, b and c, told as a story: workloads, troubles, time, expectations.</summary>
internal sealed class Story : IObserver
{
    private readonly List<WorkloadSpec> _workloads = [];
    private readonly List<TrafficSpec> _traffic = [];
    private readonly List<OutageSpec> _outages = [];
    private readonly List<RandomOutageSpec> _randomOutages = [];
    private readonly List<OperationSpec> _operations = [];
    private readonly int _nodesPerZone;
    private ScenarioRun? _run;

    private Story(int nodesPerZone) => _nodesPerZone = nodesPerZone;

    public ulong Seed { get; init; } = 1;

    public ClusterStart Start { get; init; } = ClusterStart.Settled;

    public ControllerManagerOptions ControllerManager { get; init; } = new();

    public KubeletOptions Kubelet { get; init; } = new();

    public MasterOptions Masters { get; init; } = new();

    public StorageOptions Storage { get; init; } = new();

    public ApiServerOptions ApiServerFlags { get; init; } = new();

    public List<ApplicationSpec> Applications { get; } = [];

    public HeapsterOptions Heapster { get; init; } = new();

    /// <summary>What its pods use; null = nothing tells.</summary>
    public IPodUsage? Usage { get; init; }

    public List<Observation> Observations { get; } = [];

    /// <summary>What holds in every story.</summary>
    public InvariantSuite Invariants { get; } = new();

    public string Digest => Run.Digest;

    public SimulatedCluster Cluster => Run.Clusters[0];

    public SimulatedControlPlane ControlPlane => Cluster.ControlPlane;

    public long EventCount => Run.EventCount;

    private ScenarioRun Run => _run ??= Begin();

    public static Story Of(
        int nodesPerZone, ulong seed = 1, ClusterStart start = ClusterStart.Settled, ControllerManagerOptions? flags = null,
        KubeletOptions? kubelet = null) =>
        new(nodesPerZone) { Seed = seed, Start = start, ControllerManager = flags ?? new(), Kubelet = kubelet ?? new() };

    /// <summary>Over disks of this kind.</summary>
    public static Story Of(
        int nodesPerZone, StorageOptions storage, ClusterStart start = ClusterStart.Settled, ControllerManagerOptions? flags = null) =>
        new(nodesPerZone) { Storage = storage, Start = start, ControllerManager = flags ?? new() };

    /// <summary>With several masters, or other flags for the one.</summary>
    public static Story Of(int nodesPerZone, MasterOptions masters, ulong seed = 1, ApiServerOptions? apiServer = null) =>
        new(nodesPerZone) { Seed = seed, Masters = masters, ApiServerFlags = apiServer ?? new() };

    public void Observe(in Observation observation)
    {
        Observations.Add(observation);
        Invariants.Observe(observation);
    }

    /// <summary>Whose autoscalers have their tick at 10 s, 40 s and so on, and whose pods are measured once a minute.</summary>
    public static Story Of(int nodesPerZone, IPodUsage usage, HeapsterSampler sampler = HeapsterSampler.Minute) => new(nodesPerZone)
    {
        Usage = usage,
        Heapster = new HeapsterOptions { Sampler = sampler },
        ControllerManager = new ControllerManagerOptions
        {
            Autoscaling = new HorizontalOptions { FirstTick = TimeSpan.FromSeconds(10) },
        },
    };

    public Story With(string name, int replicas, long milliCpu = 100, TimeSpan at = default, Probe? readinessProbe = null)
    {
        _workloads.Add(new WorkloadSpec(at, [Workloads.Service(name), Workloads.Controller(name, replicas, milliCpu, readinessProbe)]));
        return this;
    }

    /// <summary>So many requests a second to a service.</summary>
    public Story WithTraffic(string service, params ReadOnlySpan<RateStep> rate) =>
        WithTraffic(new TrafficSpec { Services = [service], Rate = [.. rate] });

    public Story WithTraffic(TrafficSpec traffic)
    {
        _traffic.Add(traffic);
        return this;
    }

    /// <summary>Requests a second to a service and those of them that fail, at a moment.</summary>
    public (double Requests, double Failing) TrafficAt(string service, TimeSpan at)
    {
        var told = Observations.LastOrDefault(fact => fact.Kind == ObservationKind.TrafficChanged
            && fact.Subject == $"default/{service}"
            && fact.At <= at);
        return (told.Value / 1000.0, told.Extra / 1000.0);
    }

    public Story With(TimeSpan at, params ApiObject[] objects)
    {
        _workloads.Add(new WorkloadSpec(at, objects));
        return this;
    }

    public Story Runs(ApplicationSpec application)
    {
        Applications.Add(application);
        return this;
    }

    public SimulatedNode Machine(string name) => Run.Clusters[0].Topology.Find(name)!;

    public ImageRegistry Registry => Run.Clusters[0].Registry;

    public Story Suffers(OutageSpec outage)
    {
        _outages.Add(outage);
        return this;
    }

    public Story Suffers(RandomOutageSpec outage)
    {
        _randomOutages.Add(outage);
        return this;
    }

    public Story Does(OperationSpec operation)
    {
        _operations.Add(operation);
        return this;
    }

    public Target Zone(string zone) => new(this, outage => outage with { Where = new Place(PlaceScope.Zone, zone) });

    public Target Node(string node) => new(this, outage => outage with { Where = new Place(PlaceScope.Node, node) });

    public Target Rack(string rack) => new(this, outage => outage with { Where = new Place(PlaceScope.Rack, rack) });

    public Target ApiServer() => new(this, outage => outage);

    public Story RunFor(TimeSpan duration)
    {
        Run.Advance(Run.Now + duration);
        Assert.Empty(Invariants.Broken);
        return this;
    }

    /// <summary>A user deletes a pod, with its own grace.</summary>
    public void Delete(Pod pod) =>
        Run.Clusters[0].Server.Execute(new DeleteRequest("Pod", pod.Key), Instant.FromStart(Run.Now));

    /// <summary>A user deletes an object of the default namespace.</summary>
    public void Delete(string kind, string name) =>
        Run.Clusters[0].Server.Execute(new DeleteRequest(kind, new ObjectKey("default", name)), Instant.FromStart(Run.Now));

    /// <summary>A user writes an object.</summary>
    public void Update(ApiObject value) =>
        Assert.Equal(ApiResult.Ok, Run.Clusters[0].Server.Execute(new UpdateRequest(value), Instant.FromStart(Run.Now)).Result);

    public void Create(ApiObject value) =>
        Assert.Equal(ApiResult.Ok, Run.Clusters[0].Server.Execute(new CreateRequest(value), Instant.FromStart(Run.Now)).Result);

    public Node NodeObject(string name) => Run.Clusters[0].Store.Find<Node>("Node", new ObjectKey("", name))!;

    public IReadOnlyList<Pod> Pods(string workload) =>
        [.. Run.Clusters[0].Store.List("Pod").Cast<Pod>().Where(pod => pod.Metadata.Labels.ValueOrEmpty("app") == workload)];

    /// <summary>Ready addresses of a service.</summary>
    public int Endpoints(string service) =>
        Run.Clusters[0].Store.Find<Endpoints>(
            "Endpoints", new ObjectKey("default", service))!.Subsets.Sum(subset => subset.Addresses.Count);

    /// <summary>Pods in zones a, b and c.</summary>
    public (int A, int B, int C) Spread(string workload)
    {
        var zones = Pods(workload).Where(pod => pod.IsActive).CountBy(pod => ZoneOf(pod.NodeName)).ToDictionary();
        return (zones.GetValueOrDefault("a"), zones.GetValueOrDefault("b"), zones.GetValueOrDefault("c"));
    }

    public IEnumerable<Observation> Of(ObservationKind kind) =>
        Observations.Where(observation => observation.Kind == kind && observation.At > TimeSpan.Zero);

    private string ZoneOf(string node) => node.Length == 0 ? "" : NodeObject(node).Metadata.Labels[WellKnownLabels.Zone];

    private ScenarioRun Begin()
    {
        var pool = new NodePoolSpec { Name = "n", Count = 3 * _nodesPerZone, Capacity = Workloads.Machine };
        var cluster = new ClusterSpec
        {
            Name = "east",
            Zones = ["a", "b", "c"],
            NodePools = [pool],
            Start = Start,
            Traffic = _traffic,
            ControllerManager = ControllerManager,
            Kubelet = Kubelet,
            Masters = Masters,
            Storage = Storage,
            Heapster = Heapster,
            ApiServer = ApiServerFlags,
            Applications = Applications,
            Workloads = _workloads,
        };
        var run = new ScenarioRun(
            new Scenario
            {
                Name = "story",
                Seed = Seed,
                Duration = TimeSpan.FromHours(6),
                Clusters = [cluster],
                Outages = _outages,
                RandomOutages = _randomOutages,
                Operations = _operations,
            },
            this);
        Invariants.Follow(run);
        run.Clusters[0].Usage = Usage;
        run.Start();
        return run;
    }

    internal sealed class Target(Story story, Func<OutageSpec, OutageSpec> aim)
    {
        public Story LosesPower(TimeSpan at, TimeSpan? lasting = null) => Suffers(OutageKind.PowerLoss, at, lasting);

        public Story Reboots(TimeSpan at) => Suffers(OutageKind.Reboot, at, null);

        /// <summary>The cloud takes the machine away.</summary>
        public Story Vanishes(TimeSpan at) => Suffers(OutageKind.InstanceGone, at, null);

        public Story IsCutOff(TimeSpan at, TimeSpan? lasting = null) => Suffers(OutageKind.NetworkCut, at, lasting);

        public Story GoesDown(TimeSpan at, TimeSpan lasting) => Suffers(OutageKind.ApiServerDown, at, lasting);

        private Story Suffers(OutageKind kind, TimeSpan at, TimeSpan? lasting)
        {
            story._outages.Add(aim(new OutageSpec
            {
                Kind = kind,
                At = at,
                For = lasting is { } length ? new Constant(length) : null,
                Cluster = "east",
            }));
            return story;
        }
    }
}
