using Simulator.World.Specification.Operations;

namespace Simulator.World.Specification;

/// <summary>What is simulated: validated and immutable. Made by a scenario file's reader or by a test.</summary>
public sealed record Scenario
{
    public required string Name { get; init; }

    public ulong Seed { get; init; } = 1;

    public required TimeSpan Duration { get; init; }

    public required IReadOnlyList<ClusterSpec> Clusters { get; init; }

    /// <summary>In the order of the file; they happen in the order of their times.</summary>
    public IReadOnlyList<OutageSpec> Outages { get; init; } = [];

    public IReadOnlyList<RandomOutageSpec> RandomOutages { get; init; } = [];

    /// <summary>What users do while it runs, in the order of the file.</summary>
    public IReadOnlyList<OperationSpec> Operations { get; init; } = [];

    /// <summary>Null: its clusters know nothing of each other.</summary>
    public FederationSpec? Federation { get; init; }
    /// <summary>Users of federated services, in the order of the file.</summary>
    public IReadOnlyList<UserSpec> Users { get; init; } = [];

    public RegionLatencies Latencies { get; init; } = RegionLatencies.None;

    /// <summary>Null: it is not served, nor the record of one that was.</summary>
    public ServedSpec? Served { get; init; }

    public IReadOnlyList<Expectation> Expectations { get; init; } = [];
}
