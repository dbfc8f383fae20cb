using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;

namespace Simulator.ControlPlane.Scheduling.Explanation;

/// <summary>Why a decision came out as it did, in counts and numbers.</summary>
public sealed record DecisionExplanation
{
    public required SchedulingOutcome Outcome { get; init; }

    /// <summary>The node that was chosen; "" if none.</summary>
    public required string Host { get; init; }

    /// <summary>What the plain rule chooses in the same state: equal to <see cref="Host"/>, or the scheduler has a bug.</summary>
    public required string RuleHost { get; init; }

    /// <summary>Nodes that have an object.</summary>
    public required int NodeCount { get; init; }

    /// <summary>Nodes that pass the node filter.</summary>
    public required int CandidateCount { get; init; }

    public required int FitCount { get; init; }

    /// <summary>Nodes that were no candidates, by reason, most first.</summary>
    public required IReadOnlyList<NodeGroup> NotCandidates { get; init; }

    /// <summary>Candidates that a predicate rejected, by the first reason, most first.</summary>
    public required IReadOnlyList<NodeGroup> Rejected { get; init; }

    /// <summary>The best nodes that fit, best first; the chosen one is always among them.</summary>
    public required IReadOnlyList<ScoredNode> Best { get; init; }

    /// <summary>Nodes that share the largest total.</summary>
    public required int TieCount { get; init; }

    /// <summary>Position of the chosen one among them, from 0, in descending name order; of a scheduler that takes turns.</summary>
    public int Pick { get; init; }

    /// <summary>Selections that the scheduler had made before; null: it does not take turns among equals, it throws dice.</summary>
    public ulong? RoundRobin { get; init; }

    /// <summary>Of a scheduler that may look at some of the nodes only, and may make room; null of another.</summary>
    public PassFacts? Pass { get; init; }

    /// <summary>Who has a say beside predicates and priorities; scores and ties are without them.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>What aborted the pass; "" if nothing.</summary>
    public required string Error { get; init; }

    /// <summary>Single changes that would have let the pod fit, each tried with the predicates themselves.</summary>
    public required IReadOnlyList<string> Remedies { get; init; }
}

/// <param name="Detail">The numbers behind it; "" if there are none.</param>
/// <param name="Example">One of the nodes: the first by name.</param>
public sealed record NodeGroup(string Reason, int Count, string Detail, string Example)
{
    /// <summary>The plug-in that says so; "" where rules have no names of their own.</summary>
    public string Plugin { get; init; } = "";

    /// <summary>Zones of the nodes, in name order; "" for nodes without one.</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    internal static IReadOnlyList<string> ZonesOf(IEnumerable<LabelSet> nodes) =>
    [
        .. nodes.Select(static labels => labels.ValueOrEmpty(WellKnownLabels.Zone)).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}

/// <param name="Scores">Score times weight of each priority; null where a priority left the node out.</param>
public sealed record ScoredNode(string Node, long Total, IReadOnlyList<PriorityScore> Scores);

public sealed record PriorityScore(string Priority, long Weight, long? Score);
