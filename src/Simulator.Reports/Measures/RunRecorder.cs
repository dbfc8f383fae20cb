using Simulator.Api;
using Simulator.Reports.Measures.Money;
using Simulator.Reports.Measures.Populations;
using Simulator.Reports.Measures.Scaling;
using Simulator.Reports.Measures.Stateful;
using Simulator.World.Explanation.Endings;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <summary>Folds the facts of a run, as they come, into what reports are made of; a million facts take well under a second.</summary>
public sealed class RunRecorder : IObserver
{
    private readonly List<ClusterFold> _clusters = [];
    private readonly Dictionary<string, ZoneLife> _zones = new(StringComparer.Ordinal);
    private readonly List<Observation> _commands = [];
    private readonly List<Observation> _leftOut = [];
    /// <summary>Of load.csv, all services together.</summary>
    private const int LoadRowsMax = 100_000;

    private readonly OutageFold _outages;
    private readonly PopulationFold _populations;
    private readonly FederationLife _federation;
    private readonly TimeSpan _loadStep;
    private readonly RunTotals _totals = new();
    private readonly Chronicle _chronicle = new();
    private ClusterFold? _last;
    private TimeSpan _now;

    /// <param name="scenario">What is run: clusters, duration, and which service selects which workload.</param>
    public RunRecorder(Scenario scenario)
    {
        Scenario = scenario;
        Series = new TimeSeries(scenario.Duration);
        _loadStep = TimeSeries.StepFor(scenario.Duration, Math.Clamp(LoadRowsMax / Math.Max(1, ServicesOf(scenario)), 100, 2000));
        _outages = new OutageFold(_totals);
        _federation = new FederationLife(scenario);
        _populations = new PopulationFold(scenario, _totals, Series.Step);
    }

    public Scenario Scenario { get; }

    public TimeSeries Series { get; }

    /// <summary>Users of federated services, in the scenario's order.</summary>
    public IReadOnlyList<PopulationLife> Populations => _populations.All;

    /// <summary>In the order of their starts.</summary>
    public IReadOnlyList<OutageLife> Outages => _outages.All;

    public IEnumerable<NodeLife> Nodes => _clusters.SelectMany(cluster => cluster.Nodes);

    /// <summary>In the order of their creation, cluster by cluster.</summary>
    public IEnumerable<PodLife> Pods => _clusters.SelectMany(cluster => cluster.Pods);

    /// <summary>Those of them that were created after time zero.</summary>
    public IEnumerable<PodLife> NewPods => _clusters.SelectMany(cluster => cluster.NewPods);

    public IEnumerable<WorkloadLife> Workloads => _clusters.SelectMany(cluster => cluster.Workloads);

    public IEnumerable<ServiceLife> Services => _clusters.SelectMany(cluster => cluster.Services);

    public IReadOnlyCollection<ZoneLife> Zones => _zones.Values;

    /// <summary>Horizontal autoscalers that have measured, decided or failed, cluster by cluster.</summary>
    public IEnumerable<AutoscalerLife> Autoscalers => _clusters.SelectMany(cluster => cluster.Scaling.Lives);

    /// <summary>What CPU the pods with a load used and requested, over time.</summary>
    public IReadOnlyList<CpuSample> Cpu => _totals.Cpu.Samples;

    /// <summary>Pools of machines that cost something, or that come and go, cluster by cluster.</summary>
    public IReadOnlyList<PoolLife> Pools => _totals.Pools;

    public IEnumerable<PetSetLife> PetSets => _clusters.SelectMany(cluster => cluster.Stateful.Pets.Sets);

    /// <summary>Applications that keep data.</summary>
    public IEnumerable<StatefulLife> States => _clusters.SelectMany(cluster => cluster.Stateful.State.Lives);

    public IEnumerable<OverlapLife> Overlaps => _clusters.SelectMany(cluster => cluster.Stateful.Pets.Overlaps);

    public IEnumerable<ClaimLife> Claims => _clusters.SelectMany(cluster => cluster.Stateful.Storage.Claims);

    public IEnumerable<DiskLife> Disks => _clusters.SelectMany(cluster => cluster.Stateful.Storage.Disks);

    public IEnumerable<NameLife> DnsNames => _clusters.SelectMany(cluster => cluster.Stateful.Storage.Names);

    /// <summary>Commands of users that were done, after time zero and in order.</summary>
    public IReadOnlyList<Observation> Commands => _commands;

    /// <summary>How its clusters stood at the end, once somebody has summed it up.</summary>
    public RunEnding Ending { get; internal set; } = RunEnding.None;

    /// <summary>What the scenario plans and what did not happen.</summary>
    public IReadOnlyList<Observation> LeftOut => _leftOut;

    internal Chronicle Chronicle => _chronicle;

    internal OutageFold OutageFacts => _outages;

    internal FederationLife Federation => _federation;

    internal RunTotals Totals => _totals;

    internal IReadOnlyList<ClusterFold> Clusters => _clusters;

    /// <summary>Of all services; what waits in long queues when the run ends is not answered.</summary>
    internal RequestCount RequestsAt(TimeSpan end) =>
        _totals.Requests.EndedAt(end) with { Waiting = Services.Sum(service => service.Load?.Waiting ?? 0) };

    public void Observe(in Observation observation)
    {
        if (observation.At > _now) MoveTo(observation.At);
        switch (observation.Kind)
        {
            case ObservationKind.OutageStarted: OnOutage(observation); break;
            case ObservationKind.OutageEnded: _outages.OnEnded(observation); break;
            case ObservationKind.RunEnded: OnEnded(); break;
            case >= ObservationKind.UsersAnswerChanged and <= ObservationKind.UsersLatencyOfRun: _populations.Observe(observation); return;
            case ObservationKind.PlanLeftOut: _leftOut.Add(observation); break;
            case var _ when observation.Cluster == FederationSpec.Site: _federation.Observe(observation); break;
            default:
                if (observation.Kind == ObservationKind.WorkloadScaled) _federation.Observe(observation);
                FoldOf(observation.Cluster).Observe(observation);
                break;
        }

        if (observation.At <= TimeSpan.Zero) return;
        if (observation is { Kind: ObservationKind.OperationDone, Other: "Ok" }) _commands.Add(observation);
        _chronicle.Observe(observation);
    }

    private static int ServicesOf(Scenario scenario) =>
        scenario.Clusters.Sum(cluster => cluster.Workloads.Sum(workload => workload.Objects.Count(value => value is Service)));

    private void MoveTo(TimeSpan at)
    {
        Judge();
        if (Series.Next < at) Series.SampleBefore(at, _totals, _zones.Values);
        _now = at;
    }

    private void Judge()
    {
        _outages.Judge(_now);
        _totals.Judge(_now);
        Series.Note(_totals);
    }

    private void OnOutage(in Observation observation)
    {
        var at = observation.At;
        if (_outages.IsIdle(at) && _clusters.TrueForAll(cluster => cluster.HasLostNothing(at))) _outages.Forget();
        if (!_outages.OnStarted(observation)) return;
        foreach (var cluster in _clusters) cluster.Watch(at);
    }

    private void OnEnded()
    {
        Judge();
        foreach (var service in Services) service.Load?.Finish(_now);
        foreach (var cluster in _clusters) cluster.Scaling.Finish(_now);
        _populations.Finish(Scenario.Duration);
        Series.Finish(_totals, _zones.Values);
    }

    private ClusterFold FoldOf(string cluster)
    {
        if (_last is not null && ReferenceEquals(_last.Name, cluster)) return _last;
        foreach (var fold in _clusters)
        {
            if (fold.Name == cluster) return _last = fold;
        }

        return _last = NewFold(cluster);
    }

    /// <summary>By itself: its lambda keeps what it needs in an object, which every fact would have paid for.</summary>
    private ClusterFold NewFold(string cluster)
    {
        var spec = Scenario.Clusters.FirstOrDefault(spec => spec.Name == cluster);
        var bill = new Bill(spec);
        _totals.Keep(bill);
        var fold = new ClusterFold(cluster, bill, new ScalingPlan(Scenario, spec), _totals, _outages, _zones, _loadStep);
        _clusters.Add(fold);
        return fold;
    }
}
