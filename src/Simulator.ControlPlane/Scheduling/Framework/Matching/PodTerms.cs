using System.Runtime.CompilerServices;
using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Matching;

/// <summary>The four lists of pod affinity terms of a pod, made ready once a template and namespace.</summary>
/// <remarks>framework.PodInfo of 1.20: of a list with a wrong selector nothing is left, and the other lists stay.</remarks>
public sealed class PodTerms
{
    private static readonly PodTerms None = new(new Affinity(), "");

    private static readonly ConditionalWeakTable<Affinity, PodTerms> ByAffinity = [];

    private readonly string _namespace;

    private PodTerms(Affinity affinity, string podNamespace)
    {
        _namespace = podNamespace;
        HasSection = affinity.PodAffinity is not null || affinity.PodAntiAffinity is not null;
        RequiredAffinity = Required("requiredAffinityTerms", affinity.PodAffinity);
        RequiredAntiAffinity = Required("requiredAntiAffinityTerms", affinity.PodAntiAffinity);
        PreferredAffinity = Preferred("preferredAffinityTerms", affinity.PodAffinity);
        PreferredAntiAffinity = Preferred("preferredAntiAffinityTerms", affinity.PodAntiAffinity);
    }

    /// <summary>It has a podAffinity or podAntiAffinity, be it empty.</summary>
    public bool HasSection { get; }

    /// <summary>Why a selector in the last of the lists in which there is a wrong one is wrong; null if there is none.</summary>
    public string? Fault { get; private set; }

    public IReadOnlyList<AffinityTerm> RequiredAffinity { get; }

    public IReadOnlyList<AffinityTerm> RequiredAntiAffinity { get; }

    public IReadOnlyList<AffinityTerm> PreferredAffinity { get; }

    public IReadOnlyList<AffinityTerm> PreferredAntiAffinity { get; }

    public static PodTerms Of(Pod pod)
    {
        if (pod.Spec.Affinity.Value is not { } affinity || affinity is { PodAffinity: null, PodAntiAffinity: null }) return None;
        if (ByAffinity.TryGetValue(affinity, out var terms) && terms._namespace == pod.Namespace) return terms;
        terms = new PodTerms(affinity, pod.Namespace);
        ByAffinity.AddOrUpdate(affinity, terms);
        return terms;
    }

    /// <summary>False without terms.</summary>
    public static bool MatchesAll(IReadOnlyList<AffinityTerm> terms, Pod pod)
    {
        foreach (var term in terms)
        {
            if (!term.Matches(pod)) return false;
        }

        return terms.Count > 0;
    }

    private IReadOnlyList<AffinityTerm> Required(string list, PodAffinity? affinity) =>
        Whole(list, [.. affinity?.Required.Select(term => (term, 0)) ?? []]);

    private IReadOnlyList<AffinityTerm> Preferred(string list, PodAffinity? affinity) =>
        Whole(list, [.. affinity?.Preferred.Select(term => (term.Term, term.Weight)) ?? []]);

    private IReadOnlyList<AffinityTerm> Whole(string list, (PodAffinityTerm Term, int Weight)[] terms)
    {
        var ready = Array.ConvertAll(terms, term => AffinityTerm.Parse(term.Term, _namespace, term.Weight));
        var wrong = Array.IndexOf(ready, null);
        if (wrong < 0) return ready!;
        Fault = $"{list}: {SelectorFault.Of(terms[wrong].Term.LabelSelector)}";
        return [];
    }
}
