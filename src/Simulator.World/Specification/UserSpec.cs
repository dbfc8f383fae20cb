using Simulator.Api;

namespace Simulator.World.Specification;

/// <summary>Users of a federated service: people in a region, or the pods of a cluster.</summary>
public sealed record UserSpec
{
    /// <summary>Where they are.</summary>
    public required string Region { get; init; }

    /// <summary>Cluster whose pods they are: they ask its kube-dns. "": people outside all clusters.</summary>
    public string Cluster { get; init; } = "";

    public required ObjectKey Service { get; init; }

    /// <summary>Requests a second over time, and what those do who send them; services and ways mean nothing here.</summary>
    public required TrafficSpec Requests { get; init; }

    /// <summary>How long their caches keep an answer; null: as long as the answer says.</summary>
    public TimeSpan? Ttl { get; init; }

    public CachePopulation Caches { get; init; } = new();

    /// <summary>Which name people ask for.</summary>
    public NameLevel Asks { get; init; } = NameLevel.Nearest;

    /// <summary>Which of several addresses they take.</summary>
    public AddressChoice Choice { get; init; } = AddressChoice.Nearest;

    /// <summary>Who they are: "us-east1", or "pods of east".</summary>
    public string From => Cluster.Length > 0 ? $"pods of {Cluster}" : Region;

    /// <summary>Once in a scenario: "us-east1 to shop/web".</summary>
    public string Name => $"{From} to {Service}";
}

/// <summary>How clients and the resolvers between them treat the TTL of an answer; shares that add up to 1.</summary>
/// <remarks>The judgement of the world's numbers: 85 % obey, 10 % let go within 5 min, 5 % with a mean of 20 min.</remarks>
public sealed record CachePopulation
{
    /// <summary>Share that asks again when the TTL is over.</summary>
    public double Obeying { get; init; } = 0.85;

    /// <summary>Share that keeps an answer for <see cref="LingerMax"/>, or for the TTL if that is longer.</summary>
    public double Lingering { get; init; } = 0.10;

    public TimeSpan LingerMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Mean time for which the others keep an answer; exponential.</summary>
    public TimeSpan HoldMean { get; init; } = TimeSpan.FromMinutes(20);

    public double Holding => Math.Max(0, 1 - Obeying - Lingering);
}

/// <summary>Levels of the names of a federated service.</summary>
public enum NameLevel
{
    /// <summary>The region's name if there is such a record in that moment, else the global one.</summary>
    Nearest,

    Region,

    Global,
}

/// <summary>Which address of an answer is tried first.</summary>
public enum AddressChoice
{
    /// <summary>The one with the least network latency; the next one after it if that fails and they try again.</summary>
    Nearest,

    /// <summary>Each as often, as plain DNS has it (round robin).</summary>
    Any,
}
