using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>Objects that come at one moment: from manifests, a generator or a trace.</summary>
internal sealed record WorkloadDraft
{
    public TimeSpan At { get; init; }

    /// <summary>Paths relative to the scenario file, unread.</summary>
    public IReadOnlyList<SourceCursor> Manifests { get; init; } = [];

    public Placed<GeneratorDraft>? Generate { get; init; }

    public TraceDraft Trace { get; init; } = new();
}
