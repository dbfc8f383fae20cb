using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>Pods that count together, and how many of them are on each node of the snapshot.</summary>
/// <param name="namespaces">Null: those that carry a term, which are told one by one.</param>
/// <param name="pairs">Pairs that a pod must have to belong to it.</param>
/// <param name="countsLeaving">Pods that are being deleted belong to it, too.</param>
public sealed class PodGroup(
    IReadOnlyList<string> namespaces, LabelSet pairs, Func<LabelSet, bool> selects, bool countsLeaving, int nodes)
{
    /// <summary>Groups on so few nodes keep them in a list.</summary>
    private const int SparseMax = 64;

    private readonly List<DomainSums> _sums = [];

    private Dictionary<int, int>? _few = [];

    private int[] _many = [];

    public IReadOnlyList<string> Namespaces => namespaces;

    public LabelSet Pairs => pairs;

    public bool Selects(LabelClass pods) =>
        (countsLeaving || !pods.IsLeaving) && namespaces.Contains(pods.Namespace) && selects(pods.Labels);

    /// <summary>Pods on a node.</summary>
    public int On(int node) => _few is null ? _many[node] : _few.GetValueOrDefault(node);

    /// <summary>
    /// By node, for a walk over many of them; <paramref name="scratch"/> is all 0 before, and is given back by <see cref="Empty"/>.
    /// </summary>
    public int[] Filled(int[] scratch)
    {
        if (_few is null) return _many;
        foreach (var (node, count) in _few) scratch[node] = count;
        return scratch;
    }

    public void Empty(int[] scratch)
    {
        if (_few is null) return;
        foreach (var (node, _) in _few) scratch[node] = 0;
    }

    /// <summary>By the values of a label; kept up to date from now on.</summary>
    public DomainSums By(Topology topology)
    {
        foreach (var known in _sums)
        {
            if (known.Topology == topology) return known;
        }

        var sums = new DomainSums(topology);
        for (var i = 0; _few is null && i < _many.Length; i++)
        {
            if (_many[i] != 0) sums.Add(i, _many[i]);
        }

        foreach (var (node, count) in _few ?? []) sums.Add(node, count);
        _sums.Add(sums);
        return sums;
    }

    internal void Add(int node, int change)
    {
        if (_few is not null) AddToFew(_few, node, change);
        else _many[node] += change;
        foreach (var sums in _sums) sums.Add(node, change);
    }

    private void AddToFew(Dictionary<int, int> few, int node, int change)
    {
        var count = few.GetValueOrDefault(node) + change;
        if (count == 0) few.Remove(node);
        else few[node] = count;
        if (few.Count <= SparseMax) return;
        _many = new int[nodes];
        foreach (var (place, pods) in few) _many[place] = pods;
        _few = null;
    }
}
