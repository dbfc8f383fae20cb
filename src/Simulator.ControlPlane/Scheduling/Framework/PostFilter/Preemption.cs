using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.PostFilter;

/// <summary>What came of looking for room.</summary>
public sealed record Preemption
{
    /// <summary>Nothing was tried.</summary>
    public static readonly Preemption None = new();

    /// <summary>Nodes where it might help that others go.</summary>
    public int PotentialNodes { get; init; }

    /// <summary>Where among them the search began.</summary>
    public int Offset { get; init; }

    /// <summary>How many candidates were looked for.</summary>
    public int Wanted { get; init; }

    /// <summary>Those that no budget forbids first.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>All that could be chosen, by name.</summary>
    public IReadOnlyList<Candidate> Best { get; init; } = [];

    /// <summary>Null: no room can be made.</summary>
    public Candidate? Chosen => Best.Count > 0 ? Best[0] : null;

    /// <summary>Pods whose nomination is taken away, in order.</summary>
    public IReadOnlyList<Pod> Cleared { get; init; } = [];
}
