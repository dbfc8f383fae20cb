namespace Simulator.Api;

/// <summary>Selects by labels: all pairs and all requirements must hold; an empty selector selects everything.</summary>
public sealed record LabelSelector
{
    public LabelSet MatchLabels { get; init; } = LabelSet.Empty;

    public IReadOnlyList<SelectorRequirement> MatchExpressions { get; init; } = [];

    public bool IsEmpty => MatchLabels.Count == 0 && MatchExpressions.Count == 0;
}
