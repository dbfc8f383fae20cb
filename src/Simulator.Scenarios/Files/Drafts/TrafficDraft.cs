using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>Requests to services as the file has them.</summary>
internal sealed record TrafficDraft
{
    public TrafficSpec Spec { get; init; } = new() { Rate = [new RateStep(TimeSpan.Zero, 0)] };

    /// <summary>Requests a second.</summary>
    public double PerSecond { get; init; }

    /// <summary>CSV file relative to the scenario file, unread.</summary>
    public SourceCursor? File { get; init; }

    /// <summary>After the rate that the run begins with.</summary>
    public IReadOnlyList<StepDraft> Steps { get; init; } = [];

    public double Scale { get; init; } = 1;

    /// <summary>Moment of the file at which the run begins.</summary>
    public TimeSpan Offset { get; init; }
}
