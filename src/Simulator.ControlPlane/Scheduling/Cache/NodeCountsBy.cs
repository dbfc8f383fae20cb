namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>On which nodes each thing of a kind is: host ports, disks, claims.</summary>
public sealed class NodeCountsBy<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, NodeCounts> _things = [];

    /// <summary>Null if it is on no node.</summary>
    public NodeCounts? Find(TKey key) => _things.GetValueOrDefault(key);

    internal void Add(TKey key, NodeInfo node, int change)
    {
        if (!_things.TryGetValue(key, out var counts)) _things.Add(key, counts = new NodeCounts());
        counts.Add(node, change);
        if (counts.NodeCount == 0) _things.Remove(key);
    }
}
