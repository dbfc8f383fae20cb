using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>The order of nodes: zones as they appeared, in each the nodes as they came; one of each zone after another.</summary>
/// <remarks>internal/cache/node_tree.go of 1.20. A zone whose last node leaves comes back at the end.</remarks>
public sealed class NodeTree
{
    private readonly List<(NodeZone Zone, List<string> Nodes)> _zones = [];

    private readonly Dictionary<string, NodeZone> _zoneOf = new(StringComparer.Ordinal);

    public int Count => _zoneOf.Count;

    public bool Contains(string name) => _zoneOf.ContainsKey(name);

    /// <summary>Adds a node, or moves it to the end of another zone.</summary>
    public void Set(Node node)
    {
        var zone = NodeZone.Of(node);
        if (_zoneOf.TryGetValue(node.Name, out var old))
        {
            if (old == zone) return;
            Remove(node.Name);
        }

        _zoneOf.Add(node.Name, zone);
        var place = _zones.FindIndex(entry => entry.Zone == zone);
        if (place >= 0) _zones[place].Nodes.Add(node.Name);
        else _zones.Add((zone, [node.Name]));
    }

    public void Remove(string name)
    {
        if (!_zoneOf.Remove(name, out var zone)) return;
        var place = _zones.FindIndex(entry => entry.Zone == zone);
        _zones[place].Nodes.Remove(name);
        if (_zones[place].Nodes.Count == 0) _zones.RemoveAt(place);
    }

    public string[] Names()
    {
        var names = new List<string>(Count);
        for (var row = 0; names.Count < Count; row++)
        {
            foreach (var (_, nodes) in _zones)
            {
                if (row < nodes.Count) names.Add(nodes[row]);
            }
        }

        return [.. names];
    }
}
