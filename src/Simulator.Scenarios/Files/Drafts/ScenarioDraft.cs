using Simulator.Scenarios.Extending;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>A scenario as its file has it: each value is of the right form, nothing is held against anything else yet.</summary>
internal sealed record ScenarioDraft
{
    public string Name { get; init; } = "";

    /// <summary>Rules of the user's that the scenario may name.</summary>
    public OwnRules Plugins { get; init; } = OwnRules.None;

    public string Description { get; init; } = "";

    public long Seed { get; init; } = 1;

    public TimeSpan Duration { get; init; }

    /// <summary>With the types of its own file.</summary>
    public MachineCatalogue MachineTypes { get; init; } = new();

    public IReadOnlyList<Placed<ClusterDraft>> Clusters { get; init; } = [];

    public Placed<FederationDraft>? Federation { get; init; }

    public IReadOnlyList<Placed<OutageSpec>> Outages { get; init; } = [];

    public IReadOnlyList<Placed<RandomOutageDraft>> RandomOutages { get; init; } = [];

    public IReadOnlyList<Placed<ReplayDraft>> Replays { get; init; } = [];

    public IReadOnlyList<Placed<OperationDraft>> Operations { get; init; } = [];

    public IReadOnlyList<Placed<LatencyDraft>> Latencies { get; init; } = [];

    public IReadOnlyList<Placed<UserDraft>> Users { get; init; } = [];

    public ServedSpec? Served { get; init; }

    public IReadOnlyList<Placed<ExpectationDraft>> Expectations { get; init; } = [];
}
