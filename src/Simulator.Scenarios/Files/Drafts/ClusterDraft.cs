using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>A cluster as the file has it.</summary>
internal sealed record ClusterDraft
{
    public string Name { get; init; } = "";

    public string Region { get; init; } = "";

    public IReadOnlyList<string> Zones { get; init; } = [];

    public IReadOnlyList<Placed<NodePoolSpec>> NodePools { get; init; } = [];

    public bool ModernNodeLabels { get; init; }

    public ControlPlaneDraft ControlPlane { get; init; } = new();

    public StorageOptions Storage { get; init; } = new();

    public HeapsterOptions Heapster { get; init; } = new();

    public ClusterStart Start { get; init; } = ClusterStart.Settled;

    /// <summary>Path relative to the scenario file, unread; null: nothing was found.</summary>
    public SourceCursor? Found { get; init; }

    public HeartbeatPhases HeartbeatPhases { get; init; } = HeartbeatPhases.Spread;

    public TimeSpan HeartbeatsFrom { get; init; }

    public TimeSpan HeartbeatsTo { get; init; }

    public IReadOnlyList<Placed<ApplicationSpec>> Applications { get; init; } = [];

    public IReadOnlyList<Placed<WorkloadDraft>> Workloads { get; init; } = [];

    public IReadOnlyList<Placed<TrafficDraft>> Traffic { get; init; } = [];
}
