using Simulator.Engine;
using Simulator.World.Dns;
using Simulator.World.Federation;
using Simulator.World.Network;
using Simulator.World.Observations;
using Simulator.World.Operations;
using Simulator.World.Outages;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Simulator.World.Traffic.Serving;
using Simulator.World.Users;
using Simulator.World.Views;

namespace Simulator.World.Running;

/// <summary>
/// One run of a scenario. Make it, <see cref="Start"/> it, <see cref="Advance"/> it in steps of any size: the steps change nothing.
/// </summary>
public sealed class ScenarioRun : IRunView
{
    private readonly Simulation _simulation = new();
    private readonly DigestObserver _digest = new();
    private readonly List<SimulatedCluster> _clusters = [];
    private readonly OutageDirector _outages;
    private readonly OperationRunner _operations;
    private readonly Timetable _timetable;
    private readonly OldOutages _old;
    private readonly UserWiring _users;
    private readonly FederationHome? _home;

    /// <param name="observers">Told every fact, in order.</param>
    /// <exception cref="ArgumentException">The scheduler policy names something that is not registered.</exception>
    public ScenarioRun(Scenario scenario, params IReadOnlyList<IObserver> observers)
    {
        Scenario = scenario = FederatedStart.Spread(scenario);
        var streams = new RandomStreams(scenario.Seed);
        _timetable = new Timetable(_simulation, scenario.Duration);
        _old = new OldOutages(_simulation, streams, _timetable);
        _home = scenario.Federation is { Home.Length: > 0 } placed ? new FederationHome(placed.Home) : null;
        IReadOnlyList<IObserver> all =
            [_digest, .. observers, .. ReadyWatches(scenario), .. _home is null ? Array.Empty<IObserver>() : [_home]];
        foreach (var title in scenario.Clusters.SelectMany(cluster => cluster.Scheduler.OwnTitles)) _digest.Include(title);
        foreach (var cluster in scenario.Clusters)
        {
            _clusters.Add(new SimulatedCluster(_simulation, streams, cluster, _clusters.Count, all)
            {
                UsageStep = UsageStepOf(scenario),
                DoorSpecs = Users.DoorSpecs.Of(scenario, cluster),
            });
        }
        _users = new UserWiring(scenario, _simulation, streams, all);
        List<OutageSite> sites = [.. _clusters.Select(OutageWiring.SiteOf)];
        List<Terminal> terminals = [.. _clusters.Select(cluster => cluster.Terminal)];
        if (scenario.Federation is { } federation)
        {
            IReadOnlyList<IFederationMember> members = [.. _clusters.Select(
                cluster => new FederationMember(cluster, Regions, federation.RegionIn(scenario.Clusters)))];
            Federation = new SimulatedFederation(_simulation, streams, federation, members, all);
            Zone = new FederatedZone(federation.Name, federation.Domain, Federation.Records);
            terminals.Add(new Terminal(_simulation, Federation.Server, Federation.Latency, Federation.Log));
            sites.Add(OutageWiring.SiteOf(Federation, Regions, Zone.Servers));
        }

        _outages = new OutageDirector(_simulation, streams, sites, _timetable);
        _operations = new OperationRunner(_simulation, terminals, _timetable);
    }

    public Scenario Scenario { get; }

    /// <summary>Where other runs have placed what is there from the start; null: this one decides it.</summary>
    public ISettledPlacements? Placements { get; init; }

    /// <summary>A scenario as it is served: on and on, up to an end that is not its own.</summary>
    /// <param name="origin">What the clusters' clocks show at the start.</param>
    public static Scenario Served(Scenario scenario, DateTimeOffset origin, TimeSpan end) =>
        scenario with
        {
            Duration = end,

            // Who serves it has addresses of his own.
            Clusters = [.. scenario.Clusters.Select(cluster => cluster with
            {
                ApiServer = cluster.ApiServer with { ServiceClusterIpRange = null },
            })],
            Served = new ServedSpec(origin, scenario.Served?.Planned ?? scenario.Duration, UsageStepOf(scenario)),
        };

    private static TimeSpan UsageStepOf(Scenario scenario) => scenario.Served?.CpuStep ?? CpuTeller.StepFor(scenario.Duration);

    /// <summary>Null: its clusters know nothing of each other.</summary>
    public SimulatedFederation? Federation { get; }

    public IReadOnlyList<SimulatedCluster> Clusters => _clusters;

    IReadOnlyList<IClusterView> IRunView.Clusters => _clusters;

    IFederationView? IRunView.Federation => Federation is { } federation ? new FederationView(federation) : null;

    /// <summary>Since the start of the run.</summary>
    public TimeSpan Now => _simulation.Now;

    public bool IsStarted { get; private set; }

    /// <summary>The end has been told: nothing is to happen any more.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>The DNS names that users ask for: the federation's; null: there are none. Another may be set before the start.</summary>
    public FederatedZone? Zone { get; set; }

    /// <inheritdoc/>
    public Discovery? Discovery => _users.Discovery;

    /// <summary>Which regions reach each other.</summary>
    public RegionNetwork Regions { get; } = new();

    /// <summary>When the next thing happens; null: nothing ever will.</summary>
    public TimeSpan? NextEvent => _simulation.NextTime;

    /// <summary>Engine events so far.</summary>
    public long EventCount => _simulation.FiredCount;

    /// <summary>SHA-256 of the observations so far, in hexadecimal.</summary>
    public string Digest => _digest.Digest;

    /// <summary>Builds the clusters; settled ones place all their pods here.</summary>
    public void Start()
    {
        IsStarted = true;
        foreach (var cluster in _clusters) cluster.Start(_old.Draw(Scenario, cluster.Spec), Placements);
        Federation?.Begin();
        if (_home is not null) FollowHome(_home);
        foreach (var cluster in _clusters) _old.Schedule(cluster.Spec.Name, cluster.Topology, cluster.Power, cluster.Cloud);
        _outages.Schedule(Scenario);
        _operations.Schedule(Scenario.Operations);
        _users.Begin(Zone, Regions, _clusters);
    }

    private void FollowHome(FederationHome home)
    {
        var cluster = _clusters.First(cluster => cluster.Spec.Name == Scenario.Federation!.Home);
        home.Follow(Federation!, cluster.Topology.Nodes.Where(node => node.IsConnected).Select(node => node.Name), cluster.Network);
    }

    /// <summary>Only where somebody waits for it. At time zero it may be noticed before those are known: hence the event.</summary>
    private IEnumerable<IObserver> ReadyWatches(Scenario scenario)
    {
        var waiting = scenario.Outages.Select(outage => (outage.Cluster, outage.After))
            .Concat(scenario.Operations.Select(operation => (operation.Cluster, operation.After)));
        var clusters = waiting.Where(plan => plan.After?.Event == AwaitedEvent.AllReady).Select(plan => plan.Cluster).Distinct().ToList();
        return scenario.Clusters.Where(cluster => clusters.Contains(cluster.Name))
            .Select(cluster => new ReadyWatch(cluster, () => _simulation.Schedule(TimeSpan.Zero, () => _timetable.AllReady(cluster.Name))));
    }

    /// <summary>How far to advance at a time for so many steps: at least a microsecond, for steps of nothing never end.</summary>
    public TimeSpan StepOf(int steps)
    {
        var step = Scenario.Duration / steps;
        return step > TimeSpan.FromMicroseconds(1) ? step : TimeSpan.FromMicroseconds(1);
    }

    /// <summary>Simulates up to a moment, at most to the scenario's end. False once the end is reached.</summary>
    public bool Advance(TimeSpan until)
    {
        _simulation.Run(until < Scenario.Duration ? until : Scenario.Duration);
        if (Now < Scenario.Duration) return true;
        End();
        return false;
    }

    /// <summary>
    /// Somebody begins a trouble now; a run of the scenario with it (<see cref="OutageSpec.IsByHand"/>, after all others) goes the same
    /// way.
    /// </summary>
    public IStandingTrouble Begin(OutageSpec trouble) => _outages.BeginByHand(trouble);

    /// <summary>Somebody does something now; likewise.</summary>
    public void Begin(OperationSpec operation) => _operations.Begin(operation);

    /// <summary>The run ends here, as one does whose duration is the time that it has come to.</summary>
    public void End()
    {
        if (IsEnded) return;
        IsEnded = true;
        _timetable.TellRest();
        foreach (var cluster in _clusters) cluster.End();
        _users.World?.End();
    }
}
