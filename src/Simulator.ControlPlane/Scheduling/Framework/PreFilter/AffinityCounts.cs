using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.PreFilter;

/// <summary>How many pods that a term matches lie in each value of its key. What has come down to 0 is forgotten.</summary>
public sealed class TermCounts
{
    private readonly Dictionary<(string Key, string Value), int> _counts = [];

    public bool IsEmpty => _counts.Count == 0;

    public int Of(string key, string value) => _counts.GetValueOrDefault((key, value));

    internal void Add(LabelSet nodeLabels, string key, int change)
    {
        if (!nodeLabels.TryGetValue(key, out var value)) return;
        var count = Of(key, value) + change;
        if (count == 0) _counts.Remove((key, value));
        else _counts[(key, value)] = count;
    }

    internal void AddEach(LabelSet nodeLabels, IReadOnlyList<AffinityTerm> terms, Pod target, int change)
    {
        foreach (var term in terms)
        {
            if (term.Matches(target)) Add(nodeLabels, term.TopologyKey, change);
        }
    }

    internal void AddAll(LabelSet nodeLabels, IReadOnlyList<AffinityTerm> terms, Pod target, int change)
    {
        if (!PodTerms.MatchesAll(terms, target)) return;
        foreach (var term in terms) Add(nodeLabels, term.TopologyKey, change);
    }

    internal TermCounts Copy()
    {
        var copy = new TermCounts();
        foreach (var (pair, count) in _counts) copy._counts.Add(pair, count);
        return copy;
    }
}

/// <summary>What required pod affinity looks at.</summary>
public sealed class AffinityCounts : ICycleData
{
    /// <summary>Pods that match all terms of the new pod's affinity at once.</summary>
    public TermCounts Wanted { get; private init; } = new();

    /// <summary>Pods that a term of its anti-affinity matches.</summary>
    public TermCounts Unwanted { get; private init; } = new();

    /// <summary>Pods whose own anti-affinity matches the new pod.</summary>
    public TermCounts Unwilling { get; private init; } = new();

    public ICycleData Copy() =>
        new AffinityCounts { Wanted = Wanted.Copy(), Unwanted = Unwanted.Copy(), Unwilling = Unwilling.Copy() };
}
