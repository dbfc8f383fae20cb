using Simulator.Api;
using Simulator.ControlPlane.Controllers;
using Simulator.ControlPlane.Scheduling;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>One cluster of the simulated world: its store, its control plane, its machines.</summary>
public sealed class SimulatedCluster
{
    /// <summary>When the objects of a settled cluster were made.</summary>
    public static readonly Instant LongAgo = Instant.Start - TimeSpan.FromHours(1);

    /// <summary>kubectl's own limit (pkg/client/restclient: DefaultQPS, DefaultBurst).</summary>
    private const float UserQps = 5;
    private const int UserBurst = 10;

    private readonly Simulation _simulation;
    private readonly RandomStreams _streams;
    private readonly LatencyModel _latency;
    private readonly KubeletContext _kubelets;
    private readonly ApiClient _user;

    internal SimulatedCluster(Simulation simulation, RandomStreams streams, ClusterSpec spec, IReadOnlyList<IObserver> observers)
    {
        (_simulation, _streams, Spec) = (simulation, streams, spec);
        Log = new ObservationLog(simulation, spec.Name, observers);
        Server = new SimulatedApiServer(Store, Stream("names"));
        _latency = new LatencyModel(spec.ApiServer, Stream("call-latency"), Stream("watch-latency"));
        _kubelets = new KubeletContext(simulation, streams, spec.Name, spec.Kubelet, Server, _latency, Log);
        Reporter = new NodeReporter(simulation, _kubelets, Topology, Store, Log);
        _user = new ApiClient(simulation, Server, _latency, new User(Log), UserQps, UserBurst);
    }

    public ClusterSpec Spec { get; }

    public ObjectStore Store { get; } = new();

    public SimulatedApiServer Server { get; }

    public Topology Topology { get; } = new();

    public ObservationLog Log { get; }

    internal Scheduler Scheduler { get; private set; } = null!;

    internal NodeReporter Reporter { get; }

    private Instant Now => Instant.FromStart(_simulation.Now);

    /// <summary>Builds machines and control plane, and everything that runs at time zero.</summary>
    internal void Start()
    {
        Store.Committed += new CommitObserver(Log).OnCommitted;
        AddNodes();
        var settled = Spec.Start == ClusterStart.Settled;
        if (settled) CreateAtOnce(WorkloadsAtStart);
        Scheduler = NewScheduler();
        if (settled) new SettledStart(this, _kubelets).Place();
        Log.Write(ObservationKind.ClusterStarted, Spec.Name, value: Store.List("Pod").Count);
        StartControlPlane();
        foreach (var workload in Spec.Workloads)
        {
            if (workload.At > TimeSpan.Zero || !settled) _simulation.ScheduleAt(workload.At, () => CreateByUser(workload.Objects));
        }
    }

    internal Simulation Simulation => _simulation;

    internal RandomStream MaintenanceStream => Stream("maintenance");

    /// <summary>A client with kubectl's own limits.</summary>
    internal Kubectl NewKubectl() => new(_simulation, user => new ApiClient(_simulation, Server, _latency, user, UserQps, UserBurst));

    internal void StopBeating(SimulatedNode node) => node.StopBeating(_simulation.Now);

    /// <summary>Power is back: the machine boots, then its kubelet answers.</summary>
    internal void Boot(SimulatedNode node, Action? booted = null)
    {
        var typical = Spec.Kubelet.BootDuration;
        _simulation.Schedule(new Uniform(typical * 0.5, typical * 1.5).Sample(Stream("boot")), () =>
        {
            node.PowerLosses--;
            Reporter.Reconnect(node);
            booted?.Invoke();
        });
    }

    internal void StopApiServer()
    {
        Server.IsUp = false;
        foreach (var node in Topology.Nodes) node.ServerGoesDown(_simulation.Now);
    }

    internal void StartApiServer()
    {
        Server.IsUp = true;
        foreach (var node in Topology.Nodes) node.ServerComesUp(_simulation.Now);
    }

    private IEnumerable<ApiObject> WorkloadsAtStart =>
        Spec.Workloads.Where(workload => workload.At == TimeSpan.Zero).SelectMany(workload => workload.Objects);

    private RandomStream Stream(string name) => _streams[$"{Spec.Name}/{name}"];

    private void AddNodes()
    {
        var period = Spec.Kubelet.NodeStatusUpdateFrequency;
        var phases = Stream("heartbeat-phase");
        foreach (var (node, pool, zone, rack, powerUnit) in NodeFactory.NodesOf(Spec))
        {
            var phase = TimeSpan.FromMicroseconds(Math.Round(period.TotalMicroseconds * phases.NextDouble()));
            var machine = new SimulatedNode(node.Name, zone, rack, phase, period) { Pool = pool, PowerUnit = powerUnit };
            machine.Kubelet = new Kubelet(_kubelets, machine);
            machine.StartBeating(TimeSpan.Zero);
            Topology.Add(machine);
            var allocatable = node.Status.Allocatable;
            Log.Write(ObservationKind.NodeAdded, node.Name, zone, allocatable.MilliValue(ResourceNames.Cpu), allocatable.Value(ResourceNames.Memory));
            Store.Put(node);
        }
    }

    private void CreateAtOnce(IEnumerable<ApiObject> objects)
    {
        foreach (var value in objects) User.Note(Server.Execute(new ControlPlane.CreateRequest(value), LongAgo), Log);
    }

    private void CreateByUser(IReadOnlyList<ApiObject> objects)
    {
        foreach (var value in objects) _user.Send(new ControlPlane.CreateRequest(value));
    }

    private Scheduler NewScheduler()
    {
        var settings = Spec.Scheduler.Settings;
        var algorithm = SchedulingAlgorithm.From(Spec.Scheduler.Policy, settings, out var errors)
            ?? throw new ArgumentException(string.Join("; ", errors));
        return new Scheduler(algorithm, settings, new MeasuredDecisionPace());
    }

    private void StartControlPlane()
    {
        var flags = Spec.ControllerManager;
        Host(Scheduler, Spec.Scheduler.KubeApiQps, Spec.Scheduler.KubeApiBurst, TakeSchedulingNotes);
        var context = new ControllerContext(flags, Now);
        foreach (var make in ControllerTable.All) Host(make(context), flags.KubeApiQps, flags.KubeApiBurst);

        // The controllers of one process start together, but nobody knows where in its period the monitor stands.
        var offset = flags.Nodes.NodeMonitorPeriod * Stream("monitor-phase").NextDouble();
        _simulation.Schedule(TimeSpan.FromMicroseconds(Math.Round(offset.TotalMicroseconds)), StartNodeLifecycle);
        Reporter.Start();
    }

    private void StartNodeLifecycle()
    {
        var flags = Spec.ControllerManager;
        var machines = new MachineRegister(Topology);
        Server.Heartbeats = machines;
        var lifecycle = new NodeLifecycleController(flags.Nodes, Now, machines, flags.CloudProvider ? machines : null);
        var notes = new List<LifecycleNote>();
        Host(lifecycle, flags.KubeApiQps, flags.KubeApiBurst, () => TakeLifecycleNotes(lifecycle, notes));
    }

    private void Host(ControlPlane.IControlLoop loop, float qps, int burst, Action? afterTurn = null) =>
        new LoopHost(_simulation, loop, Server, _latency, qps, burst) { AfterTurn = afterTurn }.Start(Store, _latency);

    private void TakeSchedulingNotes()
    {
        foreach (var (pod, decision) in Scheduler.Notes)
        {
            if (decision.Host is null) Log.Write(ObservationKind.PodUnschedulable, pod.ToString(), decision.Error ?? decision.Outcome.ToString());
        }

        Scheduler.Notes.Clear();
        foreach (var expired in Scheduler.State.Cache.Expired) Log.Write(ObservationKind.AssumptionExpired, expired.Pod.Key.ToString(), expired.Node.Name);
        Scheduler.State.Cache.Expired.Clear();
    }

    private void TakeLifecycleNotes(NodeLifecycleController lifecycle, List<LifecycleNote> notes)
    {
        lifecycle.TakeNotes(notes);
        foreach (var note in notes)
        {
            if (note.Kind == LifecycleNoteKind.NodeEvicted) Log.Write(ObservationKind.NodeEvicted, note.Node);
            else if (note.Kind == LifecycleNoteKind.SegmentationOn) Log.Write(ObservationKind.SegmentationMode, Spec.Name, "on");
            else if (note.Kind == LifecycleNoteKind.SegmentationOff) Log.Write(ObservationKind.SegmentationMode, Spec.Name, "off");
        }

        notes.Clear();
    }

    /// <summary>Does not try again; what was refused stands in the observations.</summary>
    private sealed class User(ObservationLog log) : ICaller
    {
        public void Complete(in ControlPlane.ApiResponse response) => Note(response, log);

        public static void Note(in ControlPlane.ApiResponse response, ObservationLog log)
        {
            if (response.IsOk || response.Request is not ControlPlane.CreateRequest create) return;
            log.Write(ObservationKind.CreationRefused, $"{create.Object.Kind} {create.Object.Key}", response.Result.ToString());
        }
    }
}
