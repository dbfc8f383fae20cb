using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.ApiServer.Admission;
using Simulator.World.Cloud;
using Simulator.World.Dns;
using Simulator.World.Etcd;
using Simulator.World.Hosting;
using Simulator.World.Network;
using Simulator.World.Nodes;
using Simulator.World.Observations;
using Simulator.World.Operations;
using Simulator.World.Outages;
using Simulator.World.Places;
using Simulator.World.Specification;
using Simulator.World.Stateful;
using Simulator.World.Storage;
using Simulator.World.Traffic;
using Simulator.World.Views;

namespace Simulator.World.Running;

/// <summary>One cluster of the simulated world: its store, its control plane, its machines.</summary>
public sealed class SimulatedCluster : IClusterView
{
    /// <summary>When the objects of a settled cluster were made.</summary>
    public static readonly Instant LongAgo = ClusterSpec.LongAgo;

    private readonly Simulation _simulation;
    private readonly RandomStreams _streams;
    private readonly LatencyModel _latency;
    private readonly KubeletContext _kubelets;
    private readonly ApiClient _user;
    private StatefulApplications? _states;
    private TrafficRouter? _traffic;

    internal SimulatedCluster(Simulation simulation, RandomStreams streams, ClusterSpec spec, IReadOnlyList<IObserver> observers)
    {
        (_simulation, _streams, Spec) = (simulation, streams, spec);
        Log = new ObservationLog(simulation, spec.Name, observers);
        var etcd = new EtcdQuorum(simulation, spec.Masters.Etcd, spec.Masters.EtcdMembers, Stream("etcd-elections"), () => Store.Revision);
        Server = new SimulatedApiServer(Store, Stream("names"))
        {
            Fleet = new ApiServerFleet(spec.ApiServer, spec.Masters.Zones.Count) { Etcd = etcd },
            Admission = new AdmissionChain(Store, spec.ApiServer.AdmissionControl, new DrawnMapOrder(Stream("map-order/admission"))),
        };
        Server.Refused += new RefusalObserver(simulation, Log, Store).OnRefused;
        Cloud = new SimulatedCloud(simulation, spec.Cloud, Stream("cloud"), Log) { Provisioning = new DiskProvisioning(spec.Storage, Stream("disk-provisioning")) };
        Cloud.Attachment = new DiskAttachment(Cloud.Disks, Topology, spec, Stream("disk-attach"), Stream("disk-detach"), Log);
        _latency = new LatencyModel(spec.ApiServer, Stream("call-latency"), Stream("watch-latency"));
        _kubelets = new KubeletContext(simulation, streams, spec, Server, _latency, Log) { Disks = Cloud.Disks };
        Cloud.Disks.Detached += (disk, node) => Topology.Find(node)?.Kubelet.Mounts.Lose(disk);
        Reporter = new NodeReporter(simulation, _kubelets, Topology, Store, Log);
        Terminal = new Terminal(simulation, Server, _latency, Log);
        _user = Terminal.NewClient(new User(this, []));
        Power = new PowerSwitch(simulation, spec.Kubelet, Cloud, Reporter, Stream("boot"));
        var kubelets = new ConnectedKubelets(simulation, Topology, Server.Fleet, Reporter, Stream);
        var world = new Hosted("control-plane", simulation, Server, Cloud, _latency, Log, spec.ApiServer.MinRequestTimeout, Stream);
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
    public Scheduler Scheduler => ControlPlane.Scheduler;

    public ISchedulingView Scheduling { get; }

    IReadOnlyList<MarkingSpell> IClusterView.Markings => Server.Markings.Spells;

    SimulatedNode? IClusterView.Machine(string name) => Topology.Find(name);

    /// <summary>Where all its nodes pull images from.</summary>
    public ImageRegistry Registry => _kubelets.Registry;

    /// <summary>Which zones reach each other, and whether the world outside reaches the cluster.</summary>
    public ClusterNetwork Network { get; } = new();

    public ClusterDns Dns { get; } = new();

    /// <summary>What a stateful application ("namespace/name" of the workload) has in truth; null before its first member runs, or if it keeps nothing.</summary>
    public StateGroup? StateOf(string workload) => _states?.Find(workload);

    internal NodeReporter Reporter { get; }

    private Instant Now => Instant.FromStart(_simulation.Now);

    /// <summary>Builds machines and control plane, and everything that runs at time zero.</summary>
    /// <param name="down">Names of machines that have been down since long before.</param>
    internal void Start(IReadOnlySet<string> down)
    {
        Store.Committed += new CommitObserver(Log).OnCommitted;
        Store.Committed += new NamedDisks(Cloud.Disks).OnCommitted;
        foreach (var name in NamespaceRule.Always) Store.Put(new Namespace { Metadata = new ObjectMeta { Name = name, Uid = name, CreationTimestamp = LongAgo } });
        _traffic = Spec.Traffic.Count == 0 ? null : new TrafficRouter(Spec, new TrafficSetting(_simulation, Log, Store, Topology, Network, Dns));
        if (_traffic is not null) _kubelets.ServingChanged += _traffic.OnServing;
        Dns.Names = new PetNames(_simulation, Log, Store, Dns, Spec.ApiServer.WatchLatencyMedian);
        _kubelets.ServingChanged += Dns.Names.OnServing;
        FollowApplications();
        AddNodes(down);
        var settled = Spec.Start == ClusterStart.Settled;
        if (settled) CreateAtOnce(WorkloadsAtStart);
        if (settled) new SettledStart(this, _kubelets).Place();
        Log.Write(ObservationKind.ClusterStarted, Spec.Name, value: Store.List("Pod").Count);
        _traffic?.Begin();
        Dns.Names.Begin();
        ControlPlane.Begin(new MachineRegister(Topology));
        Reporter.Start();
        foreach (var together in Spec.Workloads.GroupBy(workload => workload.At))
        {
            if (together.Key > TimeSpan.Zero || !settled) _simulation.ScheduleAt(together.Key, () => CreateByUser([.. together.SelectMany(workload => workload.Objects)]));
        }
    }

    internal Simulation Simulation => _simulation;

    internal Terminal Terminal { get; }

    internal PowerSwitch Power { get; }

    internal RandomStream Stream(string name) => _streams[$"{Spec.Name}/{name}"];

    /// <summary>What applications keep, and what humans do to them.</summary>
    private void FollowApplications()
    {
        if (Spec.Applications.Any(application => application.State is not null))
        {
            var setting = new StateSetting(_simulation, Log, Network, Stream("fail-over"));
            _kubelets.States = _states = new StatefulApplications(Store, Cloud.Disks, _kubelets.ApplicationOf, setting);
        }

        if (Spec.Applications.Any(application => application.InitializedAfter is not null))
        {
            _ = new PetInitializer(_simulation, Terminal, Store, _kubelets.ApplicationOf, Stream("pet-initializer"));
        }
    }

    private IEnumerable<ApiObject> WorkloadsAtStart =>
        Spec.Workloads.Where(workload => workload.At == TimeSpan.Zero).SelectMany(workload => workload.Objects);

    private void AddNodes(IReadOnlySet<string> down)
    {
        var period = Spec.Kubelet.NodeStatusUpdateFrequency;
        var phases = Stream("heartbeat-phase");
        var phase = NextPhase();
        foreach (var placed in NodeFactory.NodesOf(Spec))
        {
            var (node, capacity, allocatable) = (placed.Node, placed.Node.Status.Capacity, placed.Node.Status.Allocatable);
            var machine = new SimulatedNode(node.Name, placed.Zone, placed.Rack, phase, period)
            {
                Pool = placed.Pool,
                PowerUnit = placed.PowerUnit,
                Memory = capacity.Value(ResourceNames.Memory),
                MemoryForPods = allocatable.Value(ResourceNames.Memory),
            };
            machine.Kubelet = new Kubelet(_kubelets, machine);
            if (down.Contains(node.Name)) machine.HasBeenSilentSince(LongAgo.SinceStart);
            else machine.StartBeating(TimeSpan.Zero);
            Topology.Add(machine);
            Log.Write(ObservationKind.NodeAdded, node.Name, placed.Zone, allocatable.MilliValue(ResourceNames.Cpu), allocatable.Value(ResourceNames.Memory));
            Store.Put(machine.IsConnected ? node : SilentNode.Unknown(node, LongAgo, LongAgo + Spec.ControllerManager.Nodes.NodeMonitorGracePeriod)!);
            if (Spec.HeartbeatPhases == HeartbeatPhases.Spread) phase = NextPhase();
        }

        TimeSpan NextPhase() => TimeSpan.FromMicroseconds(Math.Round(period.TotalMicroseconds * phases.NextDouble()));
    }

    /// <summary>What admission depends on has long been there when the rest comes.</summary>
    private void CreateAtOnce(IEnumerable<ApiObject> objects)
    {
        var rules = objects.ToLookup(IsRule);
        foreach (var value in rules[true].OrderBy(value => value is not Namespace)) Note(Server.Execute(new CreateRequest(value), LongAgo));
        foreach (var quota in Store.List("ResourceQuota").Cast<ResourceQuota>().ToList()) Store.Put(quota with { Status = QuotaCount.StatusOf(quota, Store.List("ResourceQuota", quota.Namespace)) });
        foreach (var value in rules[false].Select(WithBalancer)) Note(Server.Execute(new CreateRequest(value), LongAgo));
    }

    private ApiObject WithBalancer(ApiObject value) =>
        value is Service { Type: "LoadBalancer" } service && Spec.ControllerManager.CloudProvider ? Cloud.Adopt(service) : value;

    private void CreateByUser(IReadOnlyList<ApiObject> objects)
    {
        new User(this, objects).CreateNext();
    }

    private void Note(in ApiResponse response)
    {
        if (response.IsOk || response.Request is not CreateRequest create) return;
        Log.Write(ObservationKind.CreationRefused, $"{create.Object.Kind} {create.Object.Key}", response.Outcome);
        if (create.Object is Service service) _traffic?.OnRefused(service);
    }

    private static bool IsRule(ApiObject value) => value is Namespace or LimitRange or ResourceQuota;

    /// <summary>Sends what is to be created at once, but what decides about the rest alone: after the answers to all before it, and before all after it, as kubectl keeps the order of its files. Does not try again; what was refused stands in the observations.</summary>
    private sealed class User(SimulatedCluster cluster, IReadOnlyList<ApiObject> objects) : ICaller
    {
        private int _next;

        private int _unanswered;

        private bool MustWait => _unanswered > 0 && (IsRule(objects[_next]) || IsRule(objects[_next - 1]));

        public void CreateNext()
        {
            while (_next < objects.Count && !MustWait)
            {
                _unanswered++;
                cluster._user.Send(new CreateRequest(objects[_next++]), this);
            }
        }

        public void Complete(in ApiResponse response)
        {
            _unanswered--;
            cluster.Note(response);
            CreateNext();
        }
    }
}
