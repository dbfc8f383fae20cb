using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>What a fast placer works out once for all pods of a template.</summary>
internal sealed class FastTemplate
{
    private readonly FastCluster _cluster;

    private int _termCount = -1;

    private List<TermClass> _matching = [];

    public FastTemplate(Pass pass, Profile profile, FastCluster cluster, (int Nodes, int Groups) epoch, long owners, LocalShape shape)
    {
        (Pass, _cluster, Epoch, Owners, Shape) = (pass, cluster, epoch, owners, shape);
        Local = [.. FastSupport.Early(profile).Where(filter => filter.Concerns(pass))];
        var hard = SpreadConstraints.Of(pass, SpreadConstraints.Hard);
        var soft = SpreadConstraints.Of(pass, SpreadConstraints.Soft);
        IsSupported = hard is not null && soft is not null && pass.Terms.Fault is null && FastSupport.Covers(pass.Pod);
        if (!IsSupported) return;
        Hard = [.. hard!.Select(constraint => new FastConstraint(constraint, pass, cluster))];
        Soft = [.. soft!.Select(constraint => new FastConstraint(constraint, pass, cluster))];
        IsSupported = FastConstraint.AreApart(Hard) && FastConstraint.AreApart(Soft);
        FindEligible();
        Wanted = pass.Terms.RequiredAffinity.Count == 0 ? []
            : SumsOf(cluster.GroupOf(pass.Terms.RequiredAffinity), pass.Terms.RequiredAffinity);
        Unwanted = [.. pass.Terms.RequiredAntiAffinity.Select(term => SumsOf(term))];
        Preferred =
        [
            .. pass.Terms.PreferredAffinity.Select(term => ((long)term.Weight, SumsOf(term))),
            .. pass.Terms.PreferredAntiAffinity.Select(term => ((long)unchecked(-term.Weight), SumsOf(term))),
        ];
        WantsItself = PodTerms.MatchesAll(pass.Terms.RequiredAffinity, pass.Pod);
    }

    /// <summary>Of a pod of the template; names differ, and nothing here looks at them.</summary>
    public Pass Pass { get; }

    public (int Nodes, int Groups) Epoch { get; }

    /// <summary>Version of the owners of the namespace.</summary>
    public long Owners { get; }

    /// <summary>What it shares with others that are the same to single nodes.</summary>
    public LocalShape Shape { get; }

    /// <summary>False: the plain placer must do it.</summary>
    public bool IsSupported { get; }

    /// <summary>Filters that look at one node alone.</summary>
    public IReadOnlyList<IFilter> Local { get; }

    public FastConstraint[] Hard { get; } = [];

    public FastConstraint[] Soft { get; } = [];

    /// <summary>Nodes that spread scores look at: all the keys are there, and the pod may be there. Null = all.</summary>
    public bool[]? Eligible { get; private set; }

    public DomainSums[] Wanted { get; } = [];

    public DomainSums[] Unwanted { get; } = [];

    public (long Weight, DomainSums Sums)[] Preferred { get; } = [];

    /// <summary>Nothing but the node itself keeps the pod off a node.</summary>
    public bool IsLocal => Hard.Length == 0 && Wanted.Length == 0 && Unwanted.Length == 0 && Unwilling.Length == 0;

    /// <summary>It matches all its own required terms.</summary>
    public bool WantsItself { get; }

    /// <summary>Where running pods are that keep this one away.</summary>
    public DomainSums[] Unwilling { get; private set; } = [];

    /// <summary>What running pods say for and against it, hard terms by the weight of the profile.</summary>
    public (long Weight, DomainSums Sums)[] Attractions { get; private set; } = [];

    /// <summary>Terms that have come since the last pass are looked at.</summary>
    public void Refresh(int hardWeight)
    {
        if (_termCount == _cluster.Terms.Count) return;
        _termCount = _cluster.Terms.Count;
        _matching = _cluster.Terms.Matching(Pass.Pod);
        Unwilling = [.. _matching.Where(term => term.Kind == TermKind.RequiredAnti).Select(SumsOf)];
        Attractions =
        [
            .. Preferred,
            .. _matching.Where(term => term.Kind == TermKind.Preferred).Select(term => ((long)term.Weight, SumsOf(term))),
            .. _matching.Where(term => term.Kind == TermKind.Required && hardWeight > 0).Select(term => ((long)hardWeight, SumsOf(term))),
        ];
    }

    private DomainSums SumsOf(TermClass term) => term.Pods.By(_cluster.TopologyOf(term.Term.TopologyKey));

    private DomainSums SumsOf(AffinityTerm term) => _cluster.GroupOf([term]).By(_cluster.TopologyOf(term.TopologyKey));

    private DomainSums[] SumsOf(PodGroup group, IReadOnlyList<AffinityTerm> terms) =>
        [.. terms.Select(term => group.By(_cluster.TopologyOf(term.TopologyKey)))];

    /// <summary>Which nodes spread constraints look at, and which values are known to hard ones.</summary>
    private void FindEligible()
    {
        if (Soft.Length > 0 && !(Pass.NodeDemand.IsEmpty && Soft.All(constraint => constraint.Topology.IsComplete)))
        {
            Eligible = [.. Enumerable.Range(0, _cluster.Nodes.Count).Select(node => IsEligible(node, Soft))];
        }

        for (var node = 0; Hard.Length > 0 && node < _cluster.Nodes.Count; node++)
        {
            if (!IsEligible(node, Hard)) continue;
            foreach (var constraint in Hard) constraint.Know(node);
        }
    }

    private bool IsEligible(int node, FastConstraint[] constraints) =>
        Array.TrueForAll(constraints, constraint => constraint.Topology.ValueOf[node] >= 0)
        && Pass.NodeDemand.IsMetBy(_cluster.Nodes[node].Node!);
}
