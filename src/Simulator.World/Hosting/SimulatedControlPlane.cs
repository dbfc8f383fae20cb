using System.Globalization;
using Simulator.ControlPlane.Scheduling;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Etcd;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.World.Hosting;

/// <summary>The programs of a cluster's control plane, and what can happen to each: "api-server-0", "etcd-0", "scheduler-0", "controller-manager-0" and so on.</summary>
/// <remarks>Outages of one program count: it is back when as many have ended as have begun.</remarks>
public sealed class SimulatedControlPlane : IProgramLevers
{
    private readonly SimulatedCluster _cluster;
    private readonly Simulation _simulation;
    private readonly RandomStreams _streams;
    private readonly LatencyModel _latency;
    private readonly EtcdQuorum _etcd;
    private readonly SortedDictionary<string, Component> _components = new(StringComparer.Ordinal);
    private readonly List<(string Name, ElectedProgram Program)> _elected = [];
    private readonly HangingKubelets _hanging;
    private bool _isServing = true;

    internal SimulatedControlPlane(SimulatedCluster cluster, Simulation simulation, RandomStreams streams, LatencyModel latency, EtcdQuorum etcd)
    {
        (_cluster, _simulation, _streams, _latency, _etcd) = (cluster, simulation, streams, latency, etcd);
        _hanging = new HangingKubelets(cluster, Stream);
        Scheduler = SchedulerWork.NewScheduler(cluster.Spec.Scheduler, Stream(SchedulerWork.MapOrder));
    }

    /// <summary>All programs, by name.</summary>
    public IReadOnlyCollection<string> Components => _components.Keys;

    /// <summary>The scheduler that works, or worked last.</summary>
    public Scheduler Scheduler { get; private set; }

    /// <summary>Is shown decisions by every scheduler from now on; null = nobody asks.</summary>
    internal IDecisionWitness? Witness
    {
        get;
        set => Scheduler.Witness = field = value;
    }

    private MasterOptions Masters => _cluster.Spec.Masters;

    private ApiServerFleet Fleet => _cluster.Server.Fleet;

    /// <summary>The programs of one kind: "api-server", "etcd", "scheduler" or "controller-manager".</summary>
    public IEnumerable<string> Of(string kind) => Components.Where(name => name.StartsWith($"{kind}-", StringComparison.Ordinal));

    public bool IsRunning(string component) => Find(component).IsRunning;

    /// <summary>Who leads "scheduler", "controller-manager" or "etcd"; "" = nobody.</summary>
    public string LeaderOf(string election) => election == "etcd"
        ? _etcd.Leader is { } leader ? NameOf("etcd", leader) : ""
        : _elected.Find(entry => entry.Program.IsLeading && entry.Name.StartsWith(election, StringComparison.Ordinal)).Name ?? "";

    /// <summary>The program cannot run until <see cref="Start(string)"/>.</summary>
    /// <param name="why">For the observations: an outage kind.</param>
    /// <exception cref="ArgumentException">There is no such program (as for the other levers).</exception>
    public void Stop(string component, string why) => Find(component).BeginOutage(why);

    public void Start(string component) => Find(component).EndOutage();

    /// <summary>The program ends, and the kubelet of its master starts it again, with back-off.</summary>
    public void Crash(string component) => Find(component).Crash("crash");

    /// <summary>The program runs on but reaches nobody, until <see cref="Reconnect"/>.</summary>
    public void CutOff(string component) => Find(component).BeginCut();

    public void Reconnect(string component) => Find(component).EndCut();

    /// <summary>The program hangs, until <see cref="Thaw"/>.</summary>
    public void Freeze(string component) => Find(component).BeginFreeze();

    public void Thaw(string component) => Find(component).EndFreeze();

    /// <summary>Programs on the masters of a zone; "" are those outside all zones.</summary>
    public IReadOnlyList<string> In(string zone) => [.. InZone(zone).Select(component => component.Name)];

    /// <summary>An API server or a member of etcd takes so many times as long, until <see cref="SpeedUp"/> with the same factor. Several factors multiply.</summary>
    public void SlowDown(string component, double factor) => Find(component).SlowDown(factor);

    public void SpeedUp(string component, double factor) => Find(component).EndSlowDown(factor);

    public void StopApiServers(string why)
    {
        foreach (var name in Of("api-server").ToList()) Stop(name, why);
    }

    public void StartApiServers()
    {
        foreach (var name in Of("api-server").ToList()) Start(name);
    }

    /// <summary>Masters in the zone stop, and with them all that runs on them; "" are those outside all zones.</summary>
    public void LoseZone(string zone, string why)
    {
        foreach (var component in InZone(zone)) component.BeginOutage(why);
    }

    /// <summary>Power is back: masters in the zone boot, then their programs start.</summary>
    public void RegainZone(string zone)
    {
        var boot = _cluster.Spec.Kubelet.BootDuration;
        foreach (var master in InZone(zone).GroupBy(component => NumberOf(component.Name) % Masters.Zones.Count).ToList())
        {
            var duration = new Uniform(boot * 0.5, boot * 1.5).Sample(Stream($"master-boot/{master.Key}"));
            _simulation.Schedule(duration, () =>
            {
                foreach (var component in master) component.EndOutage();
            });
        }
    }

    /// <summary>Everything runs at time zero, as if it had for long.</summary>
    internal void Begin()
    {
        var masters = Masters.Zones;
        for (var i = 0; i < Masters.EtcdMembers; i++) Add(NameOf("etcd", i), masters[i % masters.Count], EtcdMember(i));
        for (var i = 0; i < masters.Count; i++) Add(NameOf("api-server", i), masters[i], ApiServer(i));
        for (var i = 0; i < masters.Count; i++) AddElected("scheduler", i, SchedulerOn);
        for (var i = 0; i < masters.Count; i++) AddElected("controller-manager", i, ControllerManagerOn);
        _etcd.LeaderChanged += OnEtcdLeaderChanged;
        Fleet.Background = HeartbeatsInFlight;
        new StoreCompaction(_cluster, () => Fleet.AnyAnswers && _etcd.IsReady).Begin();
        foreach (var kind in (string[])["etcd", "api-server", "scheduler", "controller-manager"])
        {
            foreach (var name in Of(kind)) _components[name].Begin();
        }
    }

    /// <summary>A heartbeat is a GET and a PUT (tryUpdateNodeStatus of the kubelet); Little's law.</summary>
    private double HeartbeatsInFlight =>
        _cluster.Topology.Nodes.Count() * 2 * (_cluster.Spec.ApiServer.CallLatencyMedian / _cluster.Spec.Kubelet.NodeStatusUpdateFrequency);

    private IEnumerable<Component> InZone(string zone) => _components.Values.Where(component => component.Zone == zone).ToList();

    private Component Find(string name) => _components.TryGetValue(name, out var component)
        ? component
        : throw new ArgumentException($"There is no '{name}' in the control plane of {_cluster.Spec.Name}; there are {string.Join(", ", Components)}.", nameof(name));

    private static string NameOf(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");

    private static int NumberOf(string name) => int.Parse(name.AsSpan(name.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    private RandomStream Stream(string name) => _streams[$"{_cluster.Spec.Name}/{name}"];

    private void Add(string name, string zone, IProgram program) =>
        _components.Add(name, new Component(_simulation, _cluster.Log, name, zone, program, Masters.RestartDelay));

    private void AddElected(string kind, int number, Func<Hosted, int, ElectedProgram> make)
    {
        var name = NameOf(kind, number);
        var hosted = new Hosted(name, _simulation, _cluster.Server, _cluster.Cloud, _latency, _cluster.Log, _cluster.Spec.ApiServer.MinRequestTimeout, Stream);
        var program = make(hosted, number);
        _elected.Add((name, program));
        Add(name, Masters.Zones[number], program);
    }

    private ServerProgram EtcdMember(int number) => new(isUp => SetMember(number, isUp), isFrozen => SetMemberFrozen(number, isFrozen), factor => _etcd.SetSlowness(number, factor));

    private void SetMember(int number, bool isUp)
    {
        if (isUp) _etcd.Start(number);
        else _etcd.Stop(number);
        TellNodes();
    }

    private void SetMemberFrozen(int number, bool isFrozen)
    {
        if (isFrozen) _etcd.Freeze(number);
        else _etcd.Thaw(number);
        TellNodes();
    }

    private ServerProgram ApiServer(int number)
    {
        var replica = Fleet.Replicas[number];
        return new ServerProgram(isUp => SetServer(replica, isUp), isFrozen => SetServerFrozen(replica, isFrozen), factor => replica.Slowness = factor);
    }

    private void SetServer(ApiServerReplica replica, bool isUp)
    {
        if (isUp) Fleet.Start(replica, _simulation.Now);
        else Fleet.Stop(replica, _simulation.Now);
        if (!isUp) _hanging.GoOn(replica);
        TellNodes();
    }

    private void SetServerFrozen(ApiServerReplica replica, bool isFrozen)
    {
        if (isFrozen) Fleet.Freeze(replica, _simulation.Now);
        else Fleet.Thaw(replica, _simulation.Now);
        TellNodes();
        if (replica.IsFrozen) _hanging.Hang(replica);
        else _hanging.GoOn(replica);
    }

    private void OnEtcdLeaderChanged()
    {
        _cluster.Log.Write(ObservationKind.LeaderChanged, "etcd", LeaderOf("etcd"));
        if (_etcd.IsReady) Fleet.Unpark();
        TellNodes();
    }

    /// <summary>Heartbeats are arithmetic: the nodes are told when writing them begins and ceases to work. An election is shorter than their period and holds none up for long.</summary>
    private void TellNodes()
    {
        _cluster.Server.IsUp = Fleet.AnyAnswers && _etcd.IsReady;
        var serves = Fleet.AnyUp && _etcd.HasMajority;
        if (serves == _isServing) return;
        _isServing = serves;
        foreach (var node in _cluster.Topology.Nodes)
        {
            if (serves) node.ServerComesUp(_simulation.Now);
            else node.ServerGoesDown(_simulation.Now);
        }
    }

    private ElectedProgram SchedulerOn(Hosted hosted, int number)
    {
        var flags = _cluster.Spec.Scheduler;
        var work = new SchedulerWork(hosted, flags, Use) { Settled = number == 0 ? Scheduler : null };
        return Elected(hosted, work, number, new ElectionPlace("scheduler", "kube-scheduler", flags.LeaderElection, flags.KubeApiQps, flags.KubeApiBurst, JitterOf(hosted)));
    }

    private void Use(Scheduler scheduler)
    {
        Scheduler = scheduler;
        scheduler.Witness = Witness;
    }

    private ElectedProgram ControllerManagerOn(Hosted hosted, int number)
    {
        var flags = _cluster.Spec.ControllerManager;
        var work = new ControllerManagerWork(hosted, flags, _cluster.Topology, _cluster.Spec.Name, Stream("monitor-phase"));
        return Elected(hosted, work, number, new ElectionPlace("controller-manager", "kube-controller-manager", flags.LeaderElection, flags.KubeApiQps, flags.KubeApiBurst, JitterOf(hosted)));
    }

    private Func<double> JitterOf(Hosted hosted) => Stream($"leader-election/{hosted.Name}").NextDouble;

    private ElectedProgram Elected(Hosted hosted, IWork work, int number, ElectionPlace place)
    {
        var elects = place.Options.Elect ?? Masters.Count > 1;
        return new ElectedProgram(hosted, work, elects ? place : null, number == 0, () => Find(hosted.Name).Crash("lost-lease"));
    }
}
