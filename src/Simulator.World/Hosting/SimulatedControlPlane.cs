using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.ControlPlane.Scheduling;
using Simulator.Engine;
using Simulator.World.Etcd;
using Simulator.World.Specification;

namespace Simulator.World.Hosting;

/// <summary>
/// The programs of a cluster's control plane, and what can happen to each: "api-server-0", "etcd-0", "scheduler-0", "controller-manager-0"
/// and so on.
/// </summary>
/// <remarks>Outages of one program count: it is back when as many have ended as have begun.</remarks>
public sealed class SimulatedControlPlane : IProgramLevers
{
    private static readonly string[] Kinds = ["etcd", "api-server", "scheduler", "controller-manager", "cluster-autoscaler"];

    private readonly ClusterSpec _spec;
    private readonly Hosted _world;
    private readonly IKubelets _kubelets;
    private readonly ProgramTable _programs;
    private readonly ServerPrograms _servers;
    private readonly ElectedPrograms _elected;

    /// <param name="world">What its programs are given of the world.</param>
    internal SimulatedControlPlane(ClusterSpec spec, Hosted world, EtcdQuorum etcd, IKubelets kubelets)
    {
        (_spec, _world, _kubelets) = (spec, world, kubelets);
        _programs = new ProgramTable(spec.Name, world.Simulation, world.Log, spec.Masters.RestartDelay);
        _servers = new ServerPrograms(world.Simulation, world.Log, world.Server, etcd, kubelets);
        _elected = new ElectedPrograms(spec, world, _programs);
    }

    /// <summary>All programs, by name.</summary>
    public IReadOnlyCollection<string> Components => _programs.Names;

    /// <summary>The scheduler that works, or worked last.</summary>
    public IPodScheduler Scheduler => _elected.Scheduler;

    /// <summary>Is shown decisions by every scheduler from now on; null = nobody asks.</summary>
    internal IDecisionWitness? Witness
    {
        get => _elected.Witness;
        set => _elected.Witness = value;
    }

    /// <summary>Is shown the rounds of every autoscaler from now on; null = nobody asks.</summary>
    internal Action<RoundReport>? RoundWitness
    {
        get => _elected.RoundWitness;
        set => _elected.RoundWitness = value;
    }

    /// <summary>The programs of one kind: "api-server", "etcd", "scheduler", "controller-manager" or "cluster-autoscaler".</summary>
    public IEnumerable<string> Of(string kind) => _programs.Of(kind);

    public bool IsRunning(string component) => _programs.Find(component).IsRunning;

    /// <summary>Who leads "scheduler", "controller-manager", "cluster-autoscaler" or "etcd"; "" = nobody.</summary>
    public string LeaderOf(string election) => election == "etcd" ? _servers.Leader : _elected.LeaderOf(election);

    /// <summary>The program cannot run until <see cref="Start(string)"/>.</summary>
    /// <param name="why">For the observations: an outage kind.</param>
    /// <exception cref="ArgumentException">There is no such program (as for the other levers).</exception>
    public void Stop(string component, string why) => _programs.Find(component).BeginOutage(why);

    public void Start(string component) => _programs.Find(component).EndOutage();

    /// <summary>The program ends, and the kubelet of its master starts it again, with back-off.</summary>
    public void Crash(string component) => _programs.Find(component).Crash("crash");

    /// <summary>The program runs on but reaches nobody, until <see cref="Reconnect"/>.</summary>
    public void CutOff(string component) => _programs.Find(component).BeginCut();

    public void Reconnect(string component) => _programs.Find(component).EndCut();

    /// <summary>The program hangs, until <see cref="Thaw"/>.</summary>
    public void Freeze(string component) => _programs.Find(component).BeginFreeze();

    public void Thaw(string component) => _programs.Find(component).EndFreeze();

    /// <summary>Programs on the masters of a zone; "" are those outside all zones.</summary>
    public IReadOnlyList<string> In(string zone) => [.. _programs.In(zone).Select(component => component.Name)];

    /// <summary>
    /// An API server or a member of etcd takes so many times as long, until <see cref="SpeedUp"/> with the same factor. Several factors
    /// multiply.
    /// </summary>
    public void SlowDown(string component, double factor) => _programs.Find(component).SlowDown(factor);

    public void SpeedUp(string component, double factor) => _programs.Find(component).EndSlowDown(factor);

    /// <summary>Masters in the zone stop, and with them all that runs on them; "" are those outside all zones.</summary>
    public void LoseZone(string zone, string why)
    {
        foreach (var component in _programs.In(zone)) component.BeginOutage(why);
    }

    /// <summary>Power is back: masters in the zone boot, then their programs start.</summary>
    public void RegainZone(string zone)
    {
        var boot = _spec.Kubelet.BootDuration;
        var masters = _programs.In(zone).GroupBy(component => ProgramTable.NumberOf(component.Name) % _spec.Masters.Count).ToList();
        foreach (var master in masters)
        {
            var duration = new Uniform(boot * 0.5, boot * 1.5).Sample(_world.StreamOf($"master-boot/{master.Key}"));
            _world.Simulation.Schedule(duration, () =>
            {
                foreach (var component in master) component.EndOutage();
            });
        }
    }

    /// <summary>Everything runs at time zero, as if it had for long.</summary>
    internal void Begin(IMachineRegister machines)
    {
        var (masters, server) = (_spec.Masters, _world.Server);
        for (var i = 0; i < masters.EtcdMembers; i++) Add("etcd", i, _servers.EtcdMember(i));
        for (var i = 0; i < masters.Count; i++) Add("api-server", i, _servers.ApiServer(i));
        _elected.AddAll(machines);
        _servers.Begin();
        server.Fleet.Background = HeartbeatsInFlight;
        new StoreCompaction(_world.Simulation, server.Store, masters.Etcd.CompactionInterval, () => _servers.Work).Begin();
        foreach (var name in Kinds.SelectMany(Of).ToList()) _programs.Find(name).Begin();
    }

    /// <summary>A heartbeat is a GET and a PUT (tryUpdateNodeStatus of the kubelet); Little's law.</summary>
    private double HeartbeatsInFlight =>
        _kubelets.Count * 2 * (_spec.ApiServer.CallLatencyMedian / _spec.Kubelet.NodeStatusUpdateFrequency);

    private void Add(string kind, int number, IProgram program) =>
        _programs.Add(ProgramTable.NameOf(kind, number), _spec.Masters.Zones[number % _spec.Masters.Count], program);
}
