using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>Users of a federated service as the file has them.</summary>
internal sealed record UserDraft
{
    public string Region { get; init; } = "";

    public string Cluster { get; init; } = "";

    /// <summary>"namespace/name".</summary>
    public string Service { get; init; } = "";

    public TrafficDraft Requests { get; init; } = new();

    public TimeSpan? Ttl { get; init; }

    public CachePopulation Caches { get; init; } = new();

    public NameLevel Asks { get; init; } = NameLevel.Nearest;

    public AddressChoice Choice { get; init; } = AddressChoice.Nearest;
}
