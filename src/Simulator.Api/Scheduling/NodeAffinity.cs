namespace Simulator.Api;

public sealed record NodeAffinity
{
    /// <summary>requiredDuringSchedulingIgnoredDuringExecution; null if absent (then every node matches).</summary>
    public NodeSelector? Required { get; init; }

    public IReadOnlyList<PreferredSchedulingTerm> Preferred { get; init; } = [];
}

/// <summary>Alternatives: one matching term is enough; no terms match nothing.</summary>
public sealed record NodeSelector(IReadOnlyList<NodeSelectorTerm> Terms);

/// <summary>All expressions must match; no expressions match nothing.</summary>
public sealed record NodeSelectorTerm(IReadOnlyList<SelectorRequirement> MatchExpressions)
{
    /// <summary>Requirements on fields of the node, not on labels; 1.3 does not know them.</summary>
    public IReadOnlyList<SelectorRequirement> MatchFields { get; init; } = [];
}

public sealed record PreferredSchedulingTerm(int Weight, NodeSelectorTerm Preference);
