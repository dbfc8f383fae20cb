using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Selection;

/// <summary>A controller's selector made ready for matching. A selector that is absent, empty or wrong selects nothing.</summary>
public sealed class PodSelector
{
    private readonly LabelSelector? _source;
    private readonly SelectorMatcher? _matcher;

    public PodSelector(LabelSelector? source)
    {
        _source = source;
        if (source is { IsEmpty: false } && SelectorMatcher.TryCompile(source, out var matcher, out _)) _matcher = matcher;
    }

    /// <summary>Null if nothing is selected.</summary>
    public SelectorMatcher? Matcher => _matcher;

    public bool Matches(LabelSet labels) => _matcher?.Matches(labels) == true;

    /// <summary>False also for selectors that say the same in other instances of their expressions.</summary>
    public bool SameAs(LabelSelector? other) => ReferenceEquals(_source, other)
        || (_source is not null && other is not null && _source.MatchLabels.SameAs(other.MatchLabels) && SameExpressions(_source, other));

    private static bool SameExpressions(LabelSelector left, LabelSelector right) =>
        ReferenceEquals(left.MatchExpressions, right.MatchExpressions) || left.MatchExpressions.Count + right.MatchExpressions.Count == 0;
}
