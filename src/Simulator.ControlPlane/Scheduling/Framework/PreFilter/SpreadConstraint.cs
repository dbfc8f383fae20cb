using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Matching;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>A spread constraint made ready; those by default select what the pod's services and controllers do.</summary>
public sealed class SpreadConstraint
{
    private readonly TopologySpreadConstraint _source;

    private readonly SelectorMatcher? _selector;

    private readonly DefaultSelector? _default;

    private SpreadConstraint(TopologySpreadConstraint source, SelectorMatcher? selector, DefaultSelector? @default)
    {
        (_source, MaxSkew, Key, _selector, _default) = (source, source.MaxSkew, source.TopologyKey, selector, @default);
    }

    public int MaxSkew { get; }

    /// <summary>Label of nodes.</summary>
    public string Key { get; }

    /// <summary>Null if a selector of them is wrong.</summary>
    public static IReadOnlyList<SpreadConstraint>? Parse(IEnumerable<TopologySpreadConstraint> constraints)
    {
        var ready = new List<SpreadConstraint>();
        foreach (var constraint in constraints)
        {
            if (!PodSelector.TryCompile(constraint.LabelSelector, out var selector)) return null;
            ready.Add(new SpreadConstraint(constraint, selector, null));
        }

        return ready;
    }

    public static IReadOnlyList<SpreadConstraint> ByDefault(IEnumerable<TopologySpreadConstraint> constraints, DefaultSelector selector) =>
        selector.IsEmpty ? [] : [.. constraints.Select(constraint => new SpreadConstraint(constraint, null, selector))];

    /// <summary>Pairs that a pod must have to match.</summary>
    public LabelSet Pairs => _default?.Pairs ?? _source.LabelSelector?.MatchLabels ?? LabelSet.Empty;

    /// <summary>Writes down what it selects, without ambiguity.</summary>
    public void Describe(ShapeText text)
    {
        if (_default is null)
        {
            text.Add(_source.LabelSelector is null ? 0 : 1).Add(_source.LabelSelector ?? new LabelSelector());
            return;
        }

        text.Add(2).Add(_default.Pairs);
        foreach (var selector in _default.Sources) text.Add(selector);
    }

    public bool Matches(LabelSet labels) => _default is null ? _selector?.Matches(labels) == true : _default.Matches(labels);
}
