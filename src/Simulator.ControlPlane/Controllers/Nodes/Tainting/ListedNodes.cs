using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>The nodes as the controller's watch has shown them, in name order.</summary>
internal sealed class ListedNodes
{
    private readonly List<string> _names = [];
    private readonly List<Node> _nodes = [];

    /// <summary>Of the nodes, in the same order.</summary>
    public IReadOnlyList<Node> All => _nodes;

    public Node? Find(string name)
    {
        var place = _names.BinarySearch(name, StringComparer.Ordinal);
        return place < 0 ? null : _nodes[place];
    }

    public void Observe(WatchEventType type, Node node)
    {
        var place = _names.BinarySearch(node.Name, StringComparer.Ordinal);
        if (type == WatchEventType.Deleted)
        {
            if (place >= 0) RemoveAt(place);
        }
        else if (place >= 0)
        {
            _nodes[place] = node;
        }
        else
        {
            _names.Insert(~place, node.Name);
            _nodes.Insert(~place, node);
        }
    }

    private void RemoveAt(int place)
    {
        _names.RemoveAt(place);
        _nodes.RemoveAt(place);
    }
}
