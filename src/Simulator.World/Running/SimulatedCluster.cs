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
using Simulator.World.Nodes.Images;
using Simulator.World.Observations;
using Simulator.World.Operations;
using Simulator.World.Places;
using Simulator.World.Specification;
using Simulator.World.Stateful;
using Simulator.World.Storage;
using Simulator.World.Traffic;

namespace Simulator.World.Running;

/// <summary>One cluster of the simulated world: its store, its control plane, its machines.</summary>
public sealed class SimulatedCluster
{
    /// <summary>When the objects of a settled cluster were made.</summary>
    public static readonly Instant LongAgo = ClusterSpec.LongAgo;

    /// <summary>kubectl's own limit (pkg/client/restclient: DefaultQPS, DefaultBurst).</summary>
    private const float UserQps = 5;
    private const int UserBurst = 10;

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
        _kubelets = new KubeletContext(simulation, streams, spec, Server, _latency, Cloud.Disks, Log);
        Cloud.Disks.Detached += (disk, node) => Topology.Find(node)?.Kubelet.Accidents.LoseDisk(disk);
        Reporter = new NodeReporter(simulation, _kubelets.Changes, Topology, Server, _latency, Log);
        _user = new ApiClient(simulation, Server, _latency, new User(this, []), UserQps, UserBurst);
        var kubelets = new ConnectedKubelets(simulation, Topology, Server.Fleet, Reporter, Stream);
        var world = new Hosted("control-plane", simulation, Server, Cloud, _latency, Log, spec.ApiServer.MinRequestTimeout, Stream);
        ControlPlane = new SimulatedControlPlane(spec, world, etcd, kubelets);
    }

    public ClusterSpec Spec { get; }

    public ObjectStore Store { get; } = new();

    public SimulatedApiServer Server { get; }

    public SimulatedCloud Cloud { get; }

    public Topology Topology { get; } = new();

    public ObservationLog Log { get; }

    /// <summary>The programs of its control plane, and what can be done to them.</summary>
    public SimulatedControlPlane ControlPlane { get; }

    /// <summary>The scheduler that works, or worked last: a new one after each start of its process.</summary>
    public Scheduler Scheduler => ControlPlane.Scheduler;

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
        _traffic = Spec.Traffic.Count == 0 ? null : new TrafficRouter(this, _simulation);
        if (_traffic is not null) _kubelets.Lives.ServingChanged += _traffic.OnServing;
        Dns.Names = new PetNames(this, _simulation);
        _kubelets.Lives.ServingChanged += Dns.Names.OnServing;
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

    internal RandomStream LateBeats(SimulatedNode node) => Stream($"late-beats/{node.Name}");

    internal RandomStream MaintenanceStream => Stream("maintenance");

    /// <summary>A client with kubectl's own limits.</summary>
    internal Kubectl NewKubectl() => new(_simulation, Spec.Name, user => new ApiClient(_simulation, Server, _latency, user, UserQps, UserBurst));

    internal void StopBeating(SimulatedNode node) => node.Heartbeat.Stop(_simulation.Now);

    /// <summary>Power is back: the machine boots, then its kubelet answers.</summary>
    internal void Boot(SimulatedNode node, Action? booted = null) => Cloud.WhenItCanBoot(() => BootNow(node, booted));

    private void BootNow(SimulatedNode node, Action? booted)
    {
        var typical = Spec.Kubelet.BootDuration;
        _simulation.Schedule(new Uniform(typical * 0.5, typical * 1.5).Sample(Stream("boot")), () =>
        {
            node.PowerLosses--;
            Reporter.Reconnect(node);
            booted?.Invoke();
        });
    }

    /// <summary>What applications keep, and what humans do to them.</summary>
    private void FollowApplications()
    {
        if (Spec.Applications.Any(application => application.State is not null)) _kubelets.Lives.Members = _states = new StatefulApplications(this, _kubelets.ApplicationOf, new StateSetting(_simulation, Log, Network, Stream("fail-over")));
        if (Spec.Applications.Any(application => application.InitializedAfter is not null)) _ = new PetInitializer(this, _kubelets.ApplicationOf, Stream("pet-initializer"));
    }

    private IEnumerable<ApiObject> WorkloadsAtStart =>
        Spec.Workloads.Where(workload => workload.At == TimeSpan.Zero).SelectMany(workload => workload.Objects);

    private RandomStream Stream(string name) => _streams[$"{Spec.Name}/{name}"];

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
            else machine.Heartbeat.Start(TimeSpan.Zero);
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
