using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.ApiServer.Admission;
using Simulator.World.Cloud;
using Simulator.World.Dns;
using Simulator.World.Etcd;
using Simulator.World.Hosting;
using Simulator.World.Metrics;
using Simulator.World.Network;
using Simulator.World.Nodes;
using Simulator.World.Nodes.Images;
using Simulator.World.Observations;
using Simulator.World.Operations;
using Simulator.World.Outages;
using Simulator.World.Specification;
using Simulator.World.Stateful;
using Simulator.World.Storage;
using Simulator.World.Traffic;
using Simulator.World.Views;

namespace Simulator.World.Running;

/// <summary>One cluster of the simulated world: its store, its control plane, its machines.</summary>
public sealed class SimulatedCluster : IClusterView
{
    private readonly Simulation _simulation;
    private readonly RandomStreams _streams;
    private readonly KubeletContext _kubelets;
    private readonly FirstObjects _objects;
    private readonly List<PodArrivals> _arrivals = [];
    private StatefulApplications? _states;
    private TrafficRouter? _traffic;

    /// <param name="number">Among the clusters of the run.</param>
    internal SimulatedCluster(
        Simulation simulation, RandomStreams streams, ClusterSpec spec, int number, IReadOnlyList<IObserver> observers)
    {
        (_simulation, _streams, Spec) = (simulation, streams, spec);
        Log = new ObservationLog(simulation, spec.Name, observers);
        var etcd = new EtcdQuorum(simulation, spec.Masters.Etcd, spec.Masters.EtcdMembers, Stream("etcd-elections"), () => Store.Revision);
        Server = new SimulatedApiServer(Store, Stream("names"))
        {
            Fleet = new ApiServerFleet(spec.ApiServer, spec.Masters.Zones.Count) { Etcd = etcd },
            Addresses = spec.ApiServer.ServiceClusterIpRange is { } range ? new ServiceAddresses(range, Store) : null,
            EvictionJitter = Stream("eviction-retry").NextDouble,
            Scalable = spec.Version.Scalable,
            ActedUpon = spec.Version.ActsUpon,
            Admission = new AdmissionChain(
                Store, spec.AdmissionPlugins, new DrawnMapOrder(Stream("map-order/admission"))),
        };
        Server.Refused += new RefusalObserver(simulation, Log, Store).OnRefused;
        Cloud = new SimulatedCloud(simulation, spec, Stream, Log)
        {
            Provisioning = new DiskProvisioning(spec.Storage, Stream("disk-provisioning")),
            Number = number,
        };
        Cloud.Attachment = new DiskAttachment(Cloud.Disks, Topology, spec, Stream("disk-attach"), Stream("disk-detach"), Log);
        var latency = new LatencyModel(spec.ApiServer, Stream("call-latency"), Stream("watch-latency"));
        _kubelets = new KubeletContext(simulation, streams, spec, Server, latency, Cloud.Disks, Log);
        Cloud.Disks.Detached += (disk, node) => Topology.Find(node)?.Kubelet.Accidents.LoseDisk(disk);
        Reporter = new NodeReporter(simulation, _kubelets.Changes, Topology, Server, latency, Log);
        Terminal = new Terminal(simulation, Server, latency, Log)
        {
            Drains = spec.Version.Drains,
            Taints = spec.Version.Taints,
            IsCollected = spec.Version.Collector is not null,
        };
        _objects = new FirstObjects(this);
        Power = new PowerSwitch(simulation, spec.Kubelet, Cloud, Reporter, Stream("boot"));
        var kubelets = new ConnectedKubelets(simulation, Topology, Server.Fleet, Reporter, Stream);
        var world = new Hosted("control-plane", simulation, Server, Cloud, latency, Log, spec.ApiServer.MinRequestTimeout, Stream);
        ControlPlane = new SimulatedControlPlane(spec, world, etcd, kubelets);
        Scheduling = new SchedulingView(Server, ControlPlane);
    }

    public ClusterSpec Spec { get; }

    public ObjectStore Store { get; } = new();

    IStoredObjects IClusterView.Store => Store;

    public SimulatedApiServer Server { get; }

    public SimulatedCloud Cloud { get; }

    public Topology Topology { get; } = new();

    public ObservationLog Log { get; }

    /// <summary>The programs of its control plane, and what can be done to them.</summary>
    public SimulatedControlPlane ControlPlane { get; }

    /// <summary>The scheduler that works, or worked last: a new one after each start of its process.</summary>
    public IPodScheduler Scheduler => ControlPlane.Scheduler;

    public ISchedulingView Scheduling { get; }

    IReadOnlyList<RefusedEviction> IClusterView.RefusedEvictions => Terminal.Refused.All;

    IReadOnlyList<MarkingSpell> IClusterView.Markings => Server.Markings.Spells;

    void IClusterView.FollowRounds(Action<RoundReport> witness) => ControlPlane.RoundWitness = witness;

    IMachineView? IClusterView.Machine(string name) => Topology.Find(name);

    /// <summary>Where all its nodes pull images from.</summary>
    public ImageRegistry Registry => _kubelets.Registry;

    /// <summary>Which zones reach each other, and whether the world outside reaches the cluster.</summary>
    public ClusterNetwork Network { get; } = new();

    public ClusterDns Dns { get; } = new();

    /// <summary>
    /// What a stateful application ("namespace/name" of the workload) has in truth; null before its first member runs, or if it keeps
    /// nothing.
    /// </summary>
    public StateGroup? StateOf(string workload) => _states?.Find(workload);

    /// <summary>What its pods use; null = nothing tells. To be set before the start.</summary>
    public IPodUsage? Usage { get; set; }

    /// <summary>How often it is told what CPU pods use.</summary>
    internal TimeSpan UsageStep { get; init; } = TimeSpan.FromMinutes(1);

    internal NodeReporter Reporter { get; }

    /// <summary>Builds machines and control plane, and everything that runs at time zero.</summary>
    /// <param name="down">Names of machines that have been down since long before.</param>
    /// <param name="placements">Where other runs have placed what is there from the start; null: it is decided.</param>
    internal void Start(IReadOnlySet<string> down, ISettledPlacements? placements = null)
    {
        Store.Committed += new CommitObserver(Log).OnCommitted;
        Store.Committed += new NamedDisks(Cloud.Disks).OnCommitted;
        foreach (var name in NamespaceRule.Always) Store.Put(LongKnown(name));
        _traffic = FollowRequests();
        var names = Dns.Names = new PetNames(_simulation, Log, Store, Dns, Spec.ApiServer.WatchLatencyMedian);
        _kubelets.Lives.ServingChanged += names.OnServing;
        FollowApplications();
        var hall = new MachineHall(this, _kubelets, Stream("heartbeat-phase"));
        hall.Fill(down);
        var arrivals = new MachineArrivals(this, hall);
        if (_traffic is not null) arrivals.Joined += _traffic.Join;
        if (Spec.Start == ClusterStart.Settled) Settle(placements);
        if (Spec.Start == ClusterStart.AsFound) new FoundStart(this, _kubelets).Place();
        Log.Write(ObservationKind.ClusterStarted, Spec.Name, value: Store.List("Pod").Count);
        _traffic?.Begin();
        MeasurePods();
        names.Begin();
        ControlPlane.Begin(new MachineRegister(Topology));
        Reporter.Start();
        PlanWorkloads();
    }

    /// <summary>Tells what only a whole run has, and that it is over.</summary>
    internal void End()
    {
        _traffic?.End();
        foreach (var arrivals in _arrivals) arrivals.Dispose();
        Log.Write(ObservationKind.RunEnded, Spec.Name);
    }

    internal Simulation Simulation => _simulation;

    /// <summary>Where the users of a federation come in; to be set before the start.</summary>
    internal IReadOnlyList<TrafficSpec> DoorSpecs { get; init; } = [];

    /// <summary>In the order of <see cref="DoorSpecs"/>; none before the start.</summary>
    internal IReadOnlyList<Door> Doors => _traffic?.Doors ?? [];

    internal Terminal Terminal { get; }

    internal PowerSwitch Power { get; }

    internal RandomStream Stream(string name) => _streams[$"{Spec.Name}/{name}"];

    /// <summary>Nobody measures what nobody knows: autoscalers then wait for metrics for ever.</summary>
    private void MeasurePods()
    {
        if (Usage is null) return;
        var reach = new MachineReach(Topology);
        if (Spec.Version.Metrics == MetricsSource.Heapster) new Heapster(_simulation, Server, Spec.Heapster, Usage, reach).Begin();
        else new MetricsServer(_simulation, Server, Spec.Heapster, Usage, reach).Begin();
    }

    private static Namespace LongKnown(string name) =>
        new() { Metadata = new ObjectMeta { Name = name, Uid = name, CreationTimestamp = ClusterSpec.LongAgo } };

    private TrafficRouter? FollowRequests()
    {
        var hasLoad = Spec.Applications.Any(application => application.Load is not null);
        if (Spec.Traffic.Count == 0 && DoorSpecs.Count == 0 && !hasLoad) return null;
        var traffic = new TrafficRouter(
            Spec,
            new TrafficSetting(_simulation, Log, Store, Topology, Network, Dns)
            {
                Stream = Stream,
                UsageStep = UsageStep,
                Doors = DoorSpecs,
            });
        if (hasLoad) Usage ??= traffic.Usage;
        _kubelets.Lives.ServingChanged += traffic.OnServing;
        _objects.ServiceRefused += traffic.OnRefused;
        return traffic;
    }

    /// <summary>What applications keep, and what humans do to them.</summary>
    private void FollowApplications()
    {
        if (Spec.Applications.Any(application => application.State is not null))
        {
            var setting = new StateSetting(_simulation, Log, Network, Stream("fail-over"));
            _kubelets.Lives.Members = _states = new StatefulApplications(Store, Cloud.Disks, _kubelets.ApplicationOf, setting);
        }

        Func<Pod, ApplicationSpec> of = _kubelets.ApplicationOf;
        var (pets, gates) = (Stream("pet-initializer"), Stream("gate-opener"));
        if (Spec.Applications.Any(app => app.InitializedAfter is not null)) _ = new PetInitializer(_simulation, Terminal, Store, of, pets);
        if (Spec.Applications.Any(app => app.GatesOpenAfter is not null)) _ = new GateOpener(_simulation, Terminal, Store, of, gates);
    }

    private void Settle(ISettledPlacements? placements)
    {
        _objects.CreateAtOnce();
        using var placer = placements?.Begin(Spec, Scheduler) ?? new SchedulerPlacer(Scheduler);
        new SettledStart(this, _kubelets, placer).Place();
    }

    /// <summary>What is not there from the start users create, each moment's workloads with one command.</summary>
    private void PlanWorkloads()
    {
        foreach (var pods in Spec.Workloads.Select(workload => workload.Arrivals).OfType<IArrivingPods>())
        {
            _arrivals.Add(new PodArrivals(this, pods));
            _arrivals[^1].Begin();
        }

        foreach (var together in Spec.Workloads.Where(workload => !workload.IsFound).GroupBy(workload => workload.At))
        {
            if (together.Key == TimeSpan.Zero && Spec.Start == ClusterStart.Settled) continue;
            _simulation.ScheduleAt(together.Key, () => _objects.CreateByUser([.. together.SelectMany(workload => workload.Objects)]));
        }
    }
}
