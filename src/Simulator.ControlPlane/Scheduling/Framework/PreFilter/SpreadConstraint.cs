using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Matching;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>A spread constraint made ready; those by default select what the pod's services and controllers do.</summary>
public sealed class SpreadConstraint
{
    private readonly SelectorMatcher? _selector;

    private readonly DefaultSelector? _default;

    private SpreadConstraint(TopologySpreadConstraint source, SelectorMatcher? selector, DefaultSelector? @default)
    {
        (MaxSkew, Key, _selector, _default) = (source.MaxSkew, source.TopologyKey, selector, @default);
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

    public bool Matches(LabelSet labels) => _default is null ? _selector?.Matches(labels) == true : _default.Matches(labels);
}
