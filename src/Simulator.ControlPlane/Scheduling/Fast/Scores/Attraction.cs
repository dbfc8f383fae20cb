using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast.Scores;

/// <summary>Sums of weights a node: by place where the label is one that makes places, else as marks of the nodes of the domain.</summary>
internal sealed class Attraction(FastScope scope, IReadOnlyList<string> failureDomains)
{
    private static readonly string[] OfPlaces = [WellKnownLabels.Zone, WellKnownLabels.Region];

    private readonly Dictionary<int, (int Rank, long Amount)> _byDomain = [];
    private readonly HashSet<int> _near = [];
    private readonly List<Topology> _placeKeys = [];
    private readonly List<Topology> _otherKeys = [];
    private long[] _sums = [];
    private Marks _marks = null!;

    public void Start(Marks marks)
    {
        _marks = marks;
        if (_sums.Length != scope.Places.All.Count) _sums = new long[scope.Places.All.Count];
        else Array.Clear(_sums);
    }

    public long Of(int place) => _sums[place];

    /// <summary>
    /// Adds the weight for each pod to all nodes that are near it. False if a pod is on a node that is not known any more.
    /// </summary>
    public bool TryAdd(string key, NodeCounts pods, long weight)
    {
        if (pods.NodeCount == 0) return true;
        Take(key);
        var single = _placeKeys.Count + _otherKeys.Count == 1;
        _byDomain.Clear();
        foreach (var (node, count) in pods)
        {
            if (node.Node is null) return false;
            if (single) AddToDomain(node.Rank, count * weight);
            else AddNear(node.Rank, count * weight);
        }

        foreach (var (_, (rank, amount)) in _byDomain) AddNear(rank, amount);
        return true;
    }

    private void Take(string key)
    {
        _placeKeys.Clear();
        _otherKeys.Clear();
        foreach (var name in key.Length == 0 ? failureDomains.Distinct() : [key])
        {
            (OfPlaces.Contains(name) ? _placeKeys : _otherKeys).Add(scope.Topologies.Of(name));
        }
    }

    /// <summary>Pods of one domain count together.</summary>
    private void AddToDomain(int rank, long amount)
    {
        var topology = _placeKeys.Count > 0 ? _placeKeys[0] : _otherKeys[0];
        var domain = topology.Of(rank);
        if (domain >= 0) _byDomain[domain] = (rank, _byDomain.GetValueOrDefault(domain).Amount + amount);
    }

    private void AddNear(int rank, long amount)
    {
        for (var place = 0; place < _sums.Length; place++)
        {
            if (Share(rank, scope.Places.All[place].Example.Rank)) _sums[place] += amount;
        }

        _near.Clear();
        foreach (var topology in _otherKeys)
        {
            var domain = topology.Of(rank);
            if (domain < 0) continue;
            foreach (var other in topology.Nodes(domain).Ranks)
            {
                if (!Share(rank, other) && _near.Add(other)) _marks.AddAttraction(other, amount);
            }
        }
    }

    /// <summary>Two nodes are in one domain of a label that makes places.</summary>
    private bool Share(int rank, int other)
    {
        foreach (var topology in _placeKeys)
        {
            var domain = topology.Of(rank);
            if (domain >= 0 && domain == topology.Of(other)) return true;
        }

        return false;
    }
}
