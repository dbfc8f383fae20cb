using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>What the fast twins share: the state, and what is kept of its nodes.</summary>
internal sealed class FastScope(ClusterState state, Places places, FastWork work)
{
    private readonly Dictionary<MaxVolumeCount, DiskLoads> _loads = [];

    public ClusterState State => state;

    public Places Places => places;

    public FastWork Work => work;

    public Topologies Topologies { get; } = new(state.Cache);

    public int NodeCount => state.Cache.Nodes.Count;

    public DiskLoads LoadsFor(MaxVolumeCount rule)
    {
        if (!_loads.TryGetValue(rule, out var loads)) _loads.Add(rule, loads = new DiskLoads(rule, state));
        return loads;
    }

    public OwnTerm[] TermsOf(IReadOnlyList<PodAffinityTerm>? required, Pod exemplar) =>
        [.. (required ?? []).Select(term => Own(term, 0, exemplar))];

    /// <param name="sign">-1 if they repel.</param>
    public IEnumerable<OwnTerm> TermsOf(IReadOnlyList<WeightedPodAffinityTerm>? preferred, int sign, Pod exemplar) =>
        (preferred ?? []).Where(entry => entry.Weight != 0).Select(entry => Own(entry.Term, sign * entry.Weight, exemplar));

    private OwnTerm Own(PodAffinityTerm term, int weight, Pod exemplar) =>
        new(term, weight, exemplar, state.Cache.Index.Classes, work);
}
