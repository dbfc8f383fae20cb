using Simulator.Api.Documents;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>A trace of failures as the file names it.</summary>
internal sealed record ReplayDraft
{
    /// <summary>Relative to the scenario file, unread.</summary>
    public SourceCursor? File { get; init; }

    public OutageKind Kind { get; init; } = OutageKind.PowerLoss;

    public PlaceScope Per { get; init; }

    public string Cluster { get; init; } = "";

    /// <summary>For rows without a duration; null = published.</summary>
    public IDistribution? Lasts { get; init; }

    /// <summary>Moment of the trace at which the run begins.</summary>
    public TimeSpan From { get; init; }
}
