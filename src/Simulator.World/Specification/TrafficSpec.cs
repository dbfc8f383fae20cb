using Simulator.Api;

namespace Simulator.World.Specification;

/// <summary>Requests to services: which, how many, where they enter and how they find their way.</summary>
public sealed record TrafficSpec
{
    public string Namespace { get; init; } = "default";

    /// <summary>Names of services; '*' stands for any letters. Empty: the labels alone select.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Labels that the services have.</summary>
    public LabelSet Labels { get; init; } = LabelSet.Empty;

    /// <summary>Requests a second to each of the services; at least one step, the first at 0.</summary>
    public required IReadOnlyList<RateStep> Rate { get; init; }

    /// <summary>Null: every hour is like any other.</summary>
    public DailyCurve? Daily { get; init; }

    public IReadOnlyList<FlashCrowd> Crowds { get; init; } = [];

    /// <summary>Standard deviation of the rate around its curve, as a share of it.</summary>
    public double Noise { get; init; }

    /// <summary>In which time that is forgotten (to the e-th part).</summary>
    public TimeSpan NoiseMemory { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Length of the pieces in which daily curve and noise change.</summary>
    public TimeSpan Resolution { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What those do who send.</summary>
    public ClientSpec Client { get; init; } = new();

    /// <summary>What those are promised.</summary>
    public ObjectiveSpec Objective { get; init; } = new();

    /// <summary>Services that these call, without a circle.</summary>
    public IReadOnlyList<ServiceCall> Calls { get; init; } = [];

    public TrafficWay Through { get; init; } = TrafficWay.Proxy;

    public TrafficSource From { get; init; } = TrafficSource.Outside;

    /// <summary>How long clients keep a DNS answer (kube-dns: 30 s).</summary>
    public TimeSpan DnsTtl { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Weights of the zones in which requests enter; empty: evenly at all live nodes. A zone without a live node sends nothing.
    /// </summary>
    public IReadOnlyDictionary<string, double> ZoneWeights { get; init; } = new Dictionary<string, double>();

    public bool Addresses(Service service) =>
        service.Namespace == Namespace && Labels.IsSubsetOf(service.Metadata.Labels)
        && (Services.Count == 0 || Services.Any(pattern => NamePattern.Matches(pattern, service.Name)));
}

/// <summary>How clients find an endpoint.</summary>
public enum TrafficWay
{
    /// <summary>Through the service's address and the iptables rules of the node where the request enters.</summary>
    Proxy,

    /// <summary>Through the endpoints' addresses in DNS, kept for a TTL: headless services, and names that users resolve.</summary>
    Dns,
}

/// <summary>Who asks.</summary>
public enum TrafficSource
{
    /// <summary>Users, through a load balancer to the nodes.</summary>
    Outside,

    /// <summary>Pods of the cluster.</summary>
    Inside,
}
