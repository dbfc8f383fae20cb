using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>Gathers the nodes that are near others by a topology key: each domain once, however many pods it holds.</summary>
internal sealed class NearNodes(Topologies topologies, IReadOnlyList<string> failureDomains)
{
    private readonly List<Topology> _keys = [];
    private ulong[] _words = [];

    /// <summary>Bit by bit, what has been gathered.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <param name="key">"" = any of the failure domains.</param>
    public void Start(string key, int nodes)
    {
        if (_words.Length != (nodes + 63) / 64) _words = new ulong[(nodes + 63) / 64];
        else Array.Clear(_words);
        _keys.Clear();
        if (key.Length > 0) Take(key);
        else
        {
            foreach (var domain in failureDomains) Take(domain);
        }
    }

    /// <summary>False if one of the nodes is not known any more.</summary>
    public bool TryAdd(NodeCounts holders)
    {
        foreach (var (node, _) in holders)
        {
            if (node.Node is null) return false;
            foreach (var topology in _keys)
            {
                var domain = topology.Of(node.Rank);
                if (domain >= 0 && topology.IsFirst(domain)) topology.Nodes(domain).AddTo(_words);
            }
        }

        return true;
    }

    private void Take(string key)
    {
        var topology = topologies.Of(key);
        topology.StartRound();
        _keys.Add(topology);
    }
}
