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
        RequiredAffinity = Required(affinity.PodAffinity);
        RequiredAntiAffinity = Required(affinity.PodAntiAffinity);
        PreferredAffinity = Preferred(affinity.PodAffinity);
        PreferredAntiAffinity = Preferred(affinity.PodAntiAffinity);
    }

    /// <summary>It has a podAffinity or podAntiAffinity, be it empty.</summary>
    public bool HasSection { get; }

    /// <summary>A selector in one of the lists is wrong.</summary>
    public bool IsBroken { get; private set; }

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

    private IReadOnlyList<AffinityTerm> Required(PodAffinity? affinity) =>
        Whole([.. affinity?.Required.Select(term => AffinityTerm.Parse(term, _namespace)) ?? []]);

    private IReadOnlyList<AffinityTerm> Preferred(PodAffinity? affinity) =>
        Whole([.. affinity?.Preferred.Select(term => AffinityTerm.Parse(term.Term, _namespace, term.Weight)) ?? []]);

    private IReadOnlyList<AffinityTerm> Whole(AffinityTerm?[] terms)
    {
        if (Array.TrueForAll(terms, term => term is not null)) return terms!;
        IsBroken = true;
        return [];
    }
}
