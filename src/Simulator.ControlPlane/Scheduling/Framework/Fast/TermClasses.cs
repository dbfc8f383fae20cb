using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>The affinity terms of running pods, each once, to be found by the pods that they match.</summary>
public sealed class TermClasses
{
    private readonly Dictionary<string, TermClass> _classes = new(StringComparer.Ordinal);

    private readonly Dictionary<PodTerms, TermClass[]> _ofPods = new(ReferenceEqualityComparer.Instance);

    private readonly PairIndex<TermClass> _index = new();

    private int _nodes;

    public int Count => _classes.Count;

    public void PodChanged(NodePod pod, int node, int change)
    {
        if (!pod.Terms.HasSection || node < 0) return;
        foreach (var term in ClassesOf(pod.Terms)) term.Pods.Add(node, change);
    }

    /// <summary>The order of nodes is another: everything is counted anew.</summary>
    public void Listed(IReadOnlyList<NodeState> nodes)
    {
        _nodes = nodes.Count;
        _classes.Clear();
        _ofPods.Clear();
        _index.Clear();
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var pod in nodes[i].Pods) PodChanged(pod, i, 1);
        }
    }

    /// <summary>All whose term matches the pod.</summary>
    public List<TermClass> Matching(Pod pod)
    {
        var found = new List<TermClass>();
        _index.Collect(pod.Namespace, pod.Metadata.Labels, found);
        found.RemoveAll(candidate => !candidate.Term.Matches(pod));
        return found;
    }

    private TermClass[] ClassesOf(PodTerms terms)
    {
        if (_ofPods.TryGetValue(terms, out var known)) return known;
        TermClass[] classes =
        [
            .. terms.RequiredAntiAffinity.Select(term => ClassOf(TermKind.RequiredAnti, term, 0)),
            .. terms.RequiredAffinity.Select(term => ClassOf(TermKind.Required, term, 0)),
            .. terms.PreferredAffinity.Select(term => ClassOf(TermKind.Preferred, term, term.Weight)),
            .. terms.PreferredAntiAffinity.Select(term => ClassOf(TermKind.Preferred, term, unchecked(-term.Weight))),
        ];
        _ofPods.Add(terms, classes);
        return classes;
    }

    private TermClass ClassOf(TermKind kind, AffinityTerm term, int weight)
    {
        var text = TermText.Of(term).Add((long)kind).Add(weight).ToString();
        if (_classes.TryGetValue(text, out var known)) return known;
        var made = new TermClass(kind, term, weight, new PodGroup([], LabelSet.Empty, _ => false, countsLeaving: true, _nodes));
        _classes.Add(text, made);
        if (term.Selector is null) return made;
        foreach (var name in term.Namespaces.Distinct(StringComparer.Ordinal)) _index.Add(made, name, term.Source!.MatchLabels);
        return made;
    }
}
