using Simulator.ControlPlane.Scheduling.Explanation;

namespace Simulator.World.Explanation;

/// <summary>Everything there is to say about one pod at one moment.</summary>
public sealed record WhyPod
{
    public required string Cluster { get; init; }

    /// <summary>namespace/name</summary>
    public required string Pod { get; init; }

    /// <summary>The moment that is looked at.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Where the pod is and since when, in a sentence without its name.</summary>
    public required string State { get; init; }

    public required string Node { get; init; }

    public required string Zone { get; init; }

    /// <summary>When the decision below was made; null if the scheduler has decided nothing for it.</summary>
    public required TimeSpan? DecidedAt { get; init; }

    public required DecisionExplanation? Decision { get; init; }

    /// <summary>When others had to go for it, in a pass before the decision; null: they had not.</summary>
    public required TimeSpan? RoomMadeAt { get; init; }

    /// <summary>Who they were.</summary>
    public required PreemptionFacts? RoomMade { get; init; }

    public required int FailedTries { get; init; }

    public required TimeSpan? NextTry { get; init; }

    public required EvictionStory? Eviction { get; init; }

    public required string Replaces { get; init; }

    public required string ReplacedBy { get; init; }

    /// <summary>What it waits for besides a node, a sentence each: a claim, a disk, a mount, an init container, another pet.</summary>
    public required IReadOnlyList<string> Waits { get; init; }

    public required IReadOnlyList<LifeEvent> Events { get; init; }
}
