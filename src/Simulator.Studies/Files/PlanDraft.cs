using Simulator.Scenarios.Files.Drafts;
using Simulator.Studies.Axes;

namespace Simulator.Studies.Files;

/// <summary>What a study searches, as its file has it.</summary>
internal sealed record PlanDraft
{
    public string Smallest { get; init; } = "";

    public string Largest { get; init; } = "";

    public IReadOnlyList<Placed<Axis>> Cheapest { get; init; } = [];

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    public string Step { get; init; } = "";

    public LossSpec Lose { get; init; } = new();

    public double Confidence { get; init; } = 0.95;

    public Placed<PeerDraft>? Peer { get; init; }

    /// <summary>0 = not said.</summary>
    public double HoldsIn { get; init; }
}
