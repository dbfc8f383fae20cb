using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>An affinity term of the pods of a template, and the pods that it selects.</summary>
internal sealed class OwnTerm
{
    private readonly ClassSearch _search;

    public OwnTerm(PodAffinityTerm term, int weight, Pod exemplar, LabelClasses classes, FastWork work)
    {
        (Term, Weight, _search) = (term, weight, new ClassSearch(classes, work));
        if (term.LabelSelector is not { } selector) return;
        IsBroken = !SelectorMatcher.TryCompile(selector, out var matcher, out _);
        if (matcher is null) return;
        foreach (var podNamespace in NamespacesOf(term, exemplar)) _search.Add(podNamespace, selector.MatchLabels, matcher.Matches);
    }

    public PodAffinityTerm Term { get; }

    /// <summary>0 = required; below 0 it repels.</summary>
    public int Weight { get; }

    /// <summary>Its selector cannot be read.</summary>
    public bool IsBroken { get; }

    /// <summary>The classes of the pods that it selects; some may have none left.</summary>
    public HashSet<LabelClass> Selected
    {
        get
        {
            _search.CatchUp();
            return _search.Found;
        }
    }

    private static string?[] NamespacesOf(PodAffinityTerm term, Pod exemplar) =>
        term.Namespaces is null ? [exemplar.Namespace] : term.Namespaces.Count == 0 ? [null] : [.. term.Namespaces.Distinct()];
}
