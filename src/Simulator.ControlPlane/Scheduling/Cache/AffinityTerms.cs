using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>The affinity terms of existing pods, equal ones of many pods as one, to be found by the pods that they select.</summary>
public sealed class AffinityTerms
{
    private readonly Dictionary<string, TermClass> _byText = [];

    public PairIndex<TermClass> Index { get; } = new();

    /// <summary>Pods whose affinity cannot be read.</summary>
    public int BrokenPods { get; private set; }

    internal void Add(CachedPod pod)
    {
        if (pod.Pod.Spec.Affinity.IsBroken) BrokenPods++;
        if (pod.Pod.Spec.Affinity.Value is not { } affinity || (affinity.PodAffinity is null && affinity.PodAntiAffinity is null)) return;
        pod.Terms = [.. TermsOf(affinity, pod.Pod.Namespace)];
        foreach (var term in pod.Terms) term.Owners.Add(pod.Node, 1);
    }

    internal void Remove(CachedPod pod)
    {
        if (pod.Pod.Spec.Affinity.IsBroken) BrokenPods--;
        foreach (var term in pod.Terms)
        {
            term.Owners.Add(pod.Node, -1);
            if (term.Owners.NodeCount > 0) continue;
            _byText.Remove(TextOf(term.Kind, term.Weight, term.Term, pod.Pod.Namespace));
            Index.Remove(term);
        }

        pod.Terms = [];
    }

    private IEnumerable<TermClass> TermsOf(Affinity affinity, string owner)
    {
        var (near, apart) = (affinity.PodAffinity, affinity.PodAntiAffinity);
        var all = (apart?.Required ?? []).Select(term => (TermKind.RequiredAnti, 0, term))
            .Concat((near?.Required ?? []).Select(term => (TermKind.Required, 0, term)))
            .Concat((near?.Preferred ?? []).Where(term => term.Weight != 0).Select(term => (TermKind.Preferred, term.Weight, term.Term)))
            .Concat((apart?.Preferred ?? []).Where(term => term.Weight != 0).Select(term => (TermKind.Preferred, -term.Weight, term.Term)));

        // Without a selector it selects nothing.
        foreach (var (kind, weight, term) in all)
        {
            if (term.LabelSelector is not null) yield return ClassOf(kind, weight, term, owner);
        }
    }

    private TermClass ClassOf(TermKind kind, int weight, PodAffinityTerm term, string owner)
    {
        var text = TextOf(kind, weight, term, owner);
        if (_byText.TryGetValue(text, out var known)) return known;
        _byText.Add(text, known = new TermClass(kind, weight, term, owner));
        foreach (var podNamespace in known.Namespaces) Index.Add(known, podNamespace, known.Asked);
        return known;
    }

    private static string TextOf(TermKind kind, int weight, PodAffinityTerm term, string owner)
    {
        var text = new ShapeText().Add((int)kind).Add(weight).Add(term.TopologyKey).Add(term.LabelSelector!);
        foreach (var podNamespace in term.Namespaces ?? [owner]) text.Add(podNamespace);
        return text.ToString();
    }
}
