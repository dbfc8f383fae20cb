namespace Simulator.Scenarios.Files.Drafts;

/// <summary>How far apart two regions are.</summary>
internal sealed record LatencyDraft
{
    /// <summary>Two names; the same one twice: within the region.</summary>
    public IReadOnlyList<string> Between { get; init; } = [];

    public TimeSpan RoundTrip { get; init; }
}
