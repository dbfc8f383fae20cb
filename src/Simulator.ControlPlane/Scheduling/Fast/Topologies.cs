using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>The nodes by the values of their labels, a label at a time as they are asked for.</summary>
internal sealed class Topologies(SchedulerCache cache)
{
    private readonly Dictionary<string, Topology> _byKey = new(StringComparer.Ordinal);
    private int _epoch = -1;

    public Topology Of(string key)
    {
        if (_epoch != cache.Changes.Epoch) _byKey.Clear();
        _epoch = cache.Changes.Epoch;
        if (!_byKey.TryGetValue(key, out var topology)) _byKey.Add(key, topology = new Topology(key, cache.Nodes));
        return topology;
    }
}

/// <summary>The nodes by the value of one label: nodes with the same, unless it is empty, are a domain.</summary>
internal sealed class Topology
{
    private const int None = -1;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly int[] _of;
    private readonly DomainSet[] _domains;
    private readonly int[] _lastRound;
    private int _round;

    public Topology(string key, IReadOnlyList<NodeInfo> nodes)
    {
        var ranks = new List<List<int>>();
        _of = new int[nodes.Count];
        for (var rank = 0; rank < _of.Length; rank++)
        {
            var value = nodes[rank].Labels.ValueOrEmpty(key);
            _of[rank] = value.Length == 0 ? None : NumberOf(value, ranks);
            if (_of[rank] != None) ranks[_of[rank]].Add(rank);
        }

        _domains = [.. ranks.Select(members => new DomainSet(members, nodes.Count))];
        _lastRound = new int[_domains.Length];
    }

    /// <summary>Below 0: the node is in none.</summary>
    public int Of(int rank) => _of[rank];

    public DomainSet Nodes(int domain) => _domains[domain];

    /// <summary>The nodes with that value, which must not be empty; null if there are none.</summary>
    public DomainSet? With(string value) => _numbers.TryGetValue(value, out var number) ? _domains[number] : null;

    public void StartRound() => _round++;

    /// <summary>True once a round for each domain.</summary>
    public bool IsFirst(int domain)
    {
        if (_lastRound[domain] == _round) return false;
        _lastRound[domain] = _round;
        return true;
    }

    private int NumberOf(string value, List<List<int>> ranks)
    {
        if (_numbers.TryGetValue(value, out var number)) return number;
        _numbers.Add(value, number = ranks.Count);
        ranks.Add([]);
        return number;
    }
}
