using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Matching;

/// <summary>A pod affinity term made ready.</summary>
/// <param name="Namespaces">Never empty: that of the pod that carries the term where it names none.</param>
/// <param name="Selector">Null selects nothing.</param>
/// <param name="Weight">0 of a required term.</param>
public sealed record AffinityTerm(IReadOnlyList<string> Namespaces, SelectorMatcher? Selector, string TopologyKey, int Weight)
{
    /// <summary>Pairs that a pod must have to be matched; null if none is matched.</summary>
    public LabelSelector? Source { get; private init; }

    /// <summary>Null if the selector is wrong.</summary>
    public static AffinityTerm? Parse(PodAffinityTerm term, string podNamespace, int weight = 0)
    {
        if (!PodSelector.TryCompile(term.LabelSelector, out var selector)) return null;
        var namespaces = term.Namespaces is { Count: > 0 } named ? named : [podNamespace];
        return new AffinityTerm(namespaces, selector, term.TopologyKey, weight) { Source = term.LabelSelector };
    }

    public bool Matches(Pod pod) => Selector is not null && IsIn(pod.Namespace) && Selector.Matches(pod.Metadata.Labels);

    private bool IsIn(string podNamespace)
    {
        foreach (var name in Namespaces)
        {
            if (name == podNamespace) return true;
        }

        return false;
    }
}
