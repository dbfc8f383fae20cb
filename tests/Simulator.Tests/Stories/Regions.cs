using Simulator.Api;
using Simulator.ControlPlane.Federation.Dns;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Dns;
using Simulator.World.Invariants;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Tests.Stories;

/// <summary>
/// Clusters east, west and europe, each of one zone in a region of its own and with a service web behind a load balancer; DNS records that
/// the story itself writes, as a federation would.
/// </summary>
internal sealed class Regions : IObserver
{
    public const string Federation = "fed";
    public const string Domain = "example.com";
    public static readonly TimeSpan Ttl = TimeSpan.FromSeconds(180);
    public static readonly FederatedName Web = new(new ObjectKey("default", "web"), Federation, Domain);

    private readonly List<UserSpec> _users = [];
    private readonly List<OutageSpec> _outages = [];
    private ScenarioRun? _run;

    public RecordTable Records { get; } = new();

    /// <summary>Somebody else who is told every fact.</summary>
    public Func<Scenario, IObserver>? Witness { get; init; }

    /// <summary>Of the run.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(6);

    public NameServers Servers { get; } = new();

    public List<Observation> Observations { get; } = [];

    public InvariantSuite Invariants { get; } = new();

    /// <summary>How each pod serves; null: requests take no time.</summary>
    public LoadSpec? Load { get; init; }

    /// <summary>Of each cluster.</summary>
    public int Pods { get; init; } = 4;

    /// <summary>Clusters that have the service.</summary>
    public IReadOnlyList<string> Having { get; init; } = ["east", "west", "europe"];

    public ScenarioRun Run => _run ??= Begin();

    public Regions With(UserSpec users)
    {
        _users.Add(users);
        return this;
    }

    /// <summary>People of a region.</summary>
    public Regions With(string region, double perSecond, ClientSpec? client = null, Func<UserSpec, UserSpec>? but = null)
    {
        var users = Users(region, perSecond, client);
        return With(but is null ? users : but(users));
    }

    public static UserSpec Users(string region, double perSecond, ClientSpec? client = null) => new()
    {
        Region = region,
        Service = Web.Service,
        Requests = new TrafficSpec { Rate = [new RateStep(TimeSpan.Zero, perSecond)], Client = client ?? new ClientSpec() },
    };

    public Regions Dark(string cluster, TimeSpan at, TimeSpan? lasting = null)
    {
        _outages.Add(new OutageSpec
        {
            Kind = OutageKind.PowerLoss,
            At = at,
            For = lasting is { } time ? new Constant(time) : null,
            Cluster = cluster,
            Where = new Place(PlaceScope.Region, RegionOf(cluster)),
        });
        return this;
    }

    public Regions RunTo(TimeSpan at)
    {
        Run.Advance(at);
        return this;
    }

    public void Observe(in Observation observation)
    {
        Observations.Add(observation);
        Invariants.Observe(observation);
    }

    public static string RegionOf(string cluster) => $"r-{cluster}";

    public string AddressOf(string cluster) =>
        Run.Clusters.Single(found => found.Spec.Name == cluster).Cloud.LoadBalancers.Single().Address;

    /// <summary>All names that a federation of these clusters writes, each with its nearest addresses.</summary>
    public void Publish(params IReadOnlyList<string> healthy)
    {
        foreach (var cluster in new[] { "east", "west", "europe" })
        {
            var (region, isIn) = (RegionOf(cluster), healthy.Contains(cluster));
            Write(Web.InZone($"z-{cluster}", region), isIn ? [AddressOf(cluster)] : [], Web.InRegion(region));
            Write(Web.InRegion(region), isIn ? [AddressOf(cluster)] : [], Web.Global);
        }

        Write(Web.Global, [.. healthy.Select(AddressOf)], null);
    }

    /// <summary>Of the last that was told of the users of a region.</summary>
    public (double Requests, double Failing) Seen(string region, ObservationKind kind = ObservationKind.UsersChanged, string other = "")
    {
        var told = Observations.LastOrDefault(fact => fact.Kind == kind && fact.Other == other
            && fact.Subject.StartsWith($"{region} to", StringComparison.Ordinal));
        return (told.Value / 1000.0, told.Extra / 1000.0);
    }

    public double SentTo(string cluster, string region) => Seen(region, ObservationKind.UsersSent, cluster).Requests;

    private void Write(string name, IReadOnlyList<string> addresses, string? above)
    {
        if (addresses.Count > 0) Records.Set(RecordSet.Of(name, Ttl, addresses));
        else if (above is not null) Records.Set(RecordSet.Alias(name, Ttl, above));
        else Records.Remove(name);
    }

    private ScenarioRun Begin()
    {
        var scenario = new Scenario
        {
            Name = "regions",
            Duration = Duration,
            Clusters = [.. new[] { "east", "west", "europe" }.Select(Cluster)],
            Outages = _outages,
            Users = _users,
            Latencies = new RegionLatencies(new Dictionary<(string, string), TimeSpan>
            {
                [("r-east", "r-west")] = TimeSpan.FromMilliseconds(60),
                [("r-east", "r-europe")] = TimeSpan.FromMilliseconds(90),
                [("r-europe", "r-west")] = TimeSpan.FromMilliseconds(140),
                [("r-asia", "r-west")] = TimeSpan.FromMilliseconds(120),
                [("r-asia", "r-east")] = TimeSpan.FromMilliseconds(180),
                [("r-asia", "r-europe")] = TimeSpan.FromMilliseconds(160),
            }),
        };
        _run = new ScenarioRun(scenario, Witness is null ? [this] : [this, Witness(scenario)])
        {
            Zone = new FederatedZone(Federation, Domain, Records) { Servers = Servers },
        };
        Invariants.Follow(_run);
        _run.Start();
        Publish(Having);
        return _run;
    }

    private ClusterSpec Cluster(string name) => new()
    {
        Name = name,
        Region = RegionOf(name),
        Zones = [$"z-{name}"],
        NodePools = [new NodePoolSpec { Name = "n", Count = 2, Capacity = Workloads.Machine }],
        ControllerManager = new ControllerManagerOptions { CloudProvider = true },
        Applications = Load is null ? [] : [new ApplicationSpec { Selector = LabelSet.Of(("app", "web")), Load = Load }],
        Workloads = Having.Contains(name) ? [new WorkloadSpec(TimeSpan.Zero, [Balanced, Workloads.Controller("web", Pods, 100)])] : [],
    };

    private static Service Balanced => Workloads.Service("web") with { Type = "LoadBalancer" };
}
