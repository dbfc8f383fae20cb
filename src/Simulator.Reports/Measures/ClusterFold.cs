using Simulator.Reports.Measures.Money;
using Simulator.Reports.Measures.Scaling;
using Simulator.Reports.Measures.Stateful;
using Simulator.World.Explanation;
using Simulator.World.Observations;

namespace Simulator.Reports.Measures;

/// <summary>Folds the observations of one cluster into its nodes, pods, workloads and services.</summary>
internal sealed partial class ClusterFold(
    string name, Bill bill, ScalingPlan plan, RunTotals totals, OutageFold outages, Dictionary<string, ZoneLife> zones, TimeSpan loadStep)
{
    private const string PetSetKind = "PetSet";

    /// <summary>Replica-seconds.</summary>
    private const double MomentMax = 30;

    private readonly Dictionary<string, NodeLife> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PodLife> _pods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkloadLife> _workloads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServiceLife> _services = new(StringComparer.Ordinal);
    private readonly List<PodLife> _allPods = [];
    private PodLife? _lastPod;
    private int _newPods;
    private StatefulFold? _stateful;
    private MishapFold? _mishaps;
    private ScalingFold? _scaling;

    public string Name => name;

    public IReadOnlyCollection<NodeLife> Nodes => _nodes.Values;

    /// <summary>In the order of their creation; a name that is used again appears again.</summary>
    public IReadOnlyList<PodLife> Pods => _allPods;

    /// <summary>Those of them that were created after time zero: the last ones.</summary>
    public IEnumerable<PodLife> NewPods => _allPods.Skip(_allPods.Count - _newPods);

    public IReadOnlyCollection<WorkloadLife> Workloads => _workloads.Values;

    public IReadOnlyCollection<ServiceLife> Services => _services.Values;

    /// <summary>Pets, data, disks and names; empty in a cluster that has none of them.</summary>
    public StatefulFold Stateful => _stateful ??= new StatefulFold(name, _pods);

    /// <summary>What was refused, what failed, what had to start again.</summary>
    public MishapFold Mishaps => _mishaps ??= new MishapFold(_pods);

    /// <summary>What its machines cost.</summary>
    public Bill Bill => bill;

    /// <summary>Its horizontal autoscalers.</summary>
    public ScalingFold Scaling => _scaling ??= new ScalingFold(name, plan, _workloads);

    /// <summary>Where daemons were missing.</summary>
    public DaemonFold Daemons { get; } = new();

    /// <summary>Where nodes wait for the taints by which their pods are evicted.</summary>
    public TaintQueues TaintQueues { get; } = new();

    public int PodsAtStart { get; private set; }

    public void Observe(in Observation fact)
    {
        switch (fact.Kind)
        {
            case ObservationKind.PodCreated: OnPodCreated(fact); break;
            case ObservationKind.PodBound: OnPodBound(fact); break;
            case ObservationKind.PodReady: OnPodReady(fact); break;
            case ObservationKind.PodNotReady: OnPodNotReady(fact); break;
            case ObservationKind.PodServing: OnServing(fact); break;
            case ObservationKind.PodStoppedServing: OnStoppedServing(fact); break;
            case ObservationKind.PodDeletionMarked: OnPodMarked(fact); break;
            case ObservationKind.PodRemoved: OnPodRemoved(fact); break;
            case ObservationKind.PodFinished: OnPodFinished(fact); break;
            case ObservationKind.PodUnschedulable: totals.UnschedulableAttempts++; break;
            case ObservationKind.EndpointsChanged: OnEndpoints(fact); break;
            case ObservationKind.TrafficChanged: OnTraffic(fact); break;
            case ObservationKind.LatencyChanged: LoadOf(fact).SetLatency(fact.At, fact.Value, fact.Extra); Scaling.Observe(fact); break;
            case ObservationKind.LatencyTailChanged: LoadOf(fact).SetTail(fact.At, fact.Value, fact.Extra); Scaling.Observe(fact); break;
            case ObservationKind.LatencyOfRun: LoadOf(fact).SetRun(fact.Other, fact.Value); break;
            case ObservationKind.RequestsLeftWaiting: LoadOf(fact).Waiting = fact.Value; break;
            case ObservationKind.CpuUsed: OnCpuUsed(fact); break;
            case ObservationKind.CpuUsedOfRun: WorkloadOf(fact.Subject, fact.At).Cpu = CpuHours.Of(fact); break;
            case ObservationKind.ServiceCreated: ServiceOf(fact.Subject); break;
            case ObservationKind.WorkloadScaled: OnScaled(fact); break;
            case ObservationKind.ClusterStarted: OnStarted(); break;
            case ObservationKind.ContainerOutOfMemory: OnOutOfMemory(fact); break;
            case ObservationKind.PodEvictedByKubelet: totals.Memory.OnEvicted(OwnerOf(fact.Subject)); break;
            case ObservationKind.PodRejectedByKubelet: totals.Memory.OnRefused(fact.Other); break;
            case ObservationKind.MachineRequested: bill.OnRequested(fact); break;
            case ObservationKind.MachineWaits: bill.OnWaits(fact); break;
            case ObservationKind.MachineGiven: bill.OnGiven(fact); break;
            case ObservationKind.MachineDeleted: OnMachineDeleted(fact); break;
            case ObservationKind.AutoscalerMeasured: Scaling.Observe(fact); break;
            case ObservationKind.AutoscalerScaled: Scaling.Observe(fact); break;
            case ObservationKind.AutoscalerFailing: Scaling.Observe(fact); break;
            case ObservationKind.NodeConditionChanged: totals.Memory.OnCondition(fact); ObserveNode(fact); break;
            case ObservationKind.TaintQueueChanged: TaintQueues.Observe(fact); break;
            case ObservationKind.LeaderChanged or ObservationKind.ComponentStopped:
                TaintQueues.Observe(fact); Stateful.Observe(fact); break;
            default: ObserveNode(fact); Stateful.Observe(fact); Mishaps.Observe(fact); break;
        }
    }

    /// <summary>The outages so far have cost it nothing but the moments that a rollout costs in any case.</summary>
    public bool HasLostNothing(TimeSpan now) =>
        _workloads.Values.All(workload => workload.MissingSinceOutageAt(now) <= MomentMax)
            && _services.Values.All(service => service.FailedForOutageAt(now) < 1);

    /// <summary>The first outage begins, or the first that does anything.</summary>
    public void Watch(TimeSpan at)
    {
        foreach (var workload in _workloads.Values) Watch(workload, at);
        foreach (var service in _services.Values) service.Watch(at);
    }

    private void OnStarted()
    {
        PodsAtStart = _pods.Count;
        foreach (var zone in zones.Values) zone.KeepStart();
    }

    private void OnScaled(in Observation fact)
    {
        var workload = WorkloadOf(fact.Subject, fact.At);
        workload.Kind = fact.Other;
        if (fact.Other == PetSetKind) Stateful.Pets.OnScaled(fact.Subject, (int)fact.Value);
        if (!workload.IsPerNode) totals.Desired += (int)fact.Value - workload.Desired;
        var before = Shortage.Of(workload);
        workload.Scale(fact.At, (int)fact.Value);
        totals.Note(before, Shortage.Of(workload));
        Scaling.OnChanged(workload, fact.At, null);
    }

    private void OnEndpoints(in Observation fact)
    {
        var service = ServiceOf(fact.Subject);
        if (fact.Value < service.ReadyAddresses) outages.OnEndpointsShrunk(fact.At);
        service.Change(fact.At, (int)fact.Value);
    }

    private void OnTraffic(in Observation fact)
    {
        var service = ServiceOf(fact.Subject);
        var (rate, failing) = service.Rates;
        totals.HasTraffic = true;
        totals.ChangeRequests(fact.At, fact.Value - rate, fact.Extra - failing);
        service.SetRates(fact.At, fact.Value, fact.Extra);
        Scaling.Observe(fact);
    }

    private void OnCpuUsed(in Observation fact)
    {
        totals.Cpu.Add(fact.At, CpuHours.Of(fact));
        bill.OnCpuUsed(fact);
    }

    private void OnMachineDeleted(in Observation fact)
    {
        bill.OnDeleted(fact, _nodes.GetValueOrDefault(fact.Subject));
        ObserveNode(fact);
    }

    private LoadLife LoadOf(in Observation fact) => ServiceOf(fact.Subject).LoadAt(fact.At);

    /// <summary>What a settled cluster did before the run is not part of it.</summary>
    private void OnOutOfMemory(in Observation fact)
    {
        Mishaps.Observe(fact);
        if (fact.At > TimeSpan.Zero) totals.Memory.OnKilled(fact, OwnerOf(fact.Subject));
    }

    /// <summary>Its workload; its own name if it has none.</summary>
    private string OwnerOf(string pod) => PodOf(pod) is { Owner.Length: > 0 } life ? life.Owner : pod;

    private WorkloadLife WorkloadOf(string subject, TimeSpan at)
    {
        if (_workloads.TryGetValue(subject, out var workload)) return workload;
        workload = new WorkloadLife(name, subject);
        if (outages.First is not null) workload.Watch(at);
        _workloads.Add(subject, workload);
        return workload;
    }

    private ServiceLife ServiceOf(string subject)
    {
        if (_services.TryGetValue(subject, out var service)) return service;
        service = new ServiceLife(name, subject, loadStep);
        if (outages.First is { } outage) service.Watch(outage.StartedAt);
        _services.Add(subject, service);
        return service;
    }

    private void Watch(WorkloadLife workload, TimeSpan at)
    {
        var before = Shortage.Of(workload);
        workload.Watch(at);
        totals.Note(before, Shortage.Of(workload));
    }
}
