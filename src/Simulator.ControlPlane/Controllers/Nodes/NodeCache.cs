using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>The nodes, and the bound pods by node, as the controller's watches have shown them.</summary>
internal sealed class NodeCache
{
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<ObjectKey, long>> _pods = new(StringComparer.Ordinal);
    private long _arrivals;

    public Node? Find(string name) => _nodes.GetValueOrDefault(name);

    public void ObserveNode(WatchEventType type, Node node)
    {
        if (type == WatchEventType.Deleted) _nodes.Remove(node.Name);
        else _nodes[node.Name] = node;
    }

    public void ObservePod(in WatchEvent podEvent)
    {
        var pod = (Pod)podEvent.Object;
        if (!pod.IsAssigned) return;
        if (podEvent.Type != WatchEventType.Deleted) PodsOn(pod.NodeName).TryAdd(pod.Key, _arrivals++);
        else if (_pods.TryGetValue(pod.NodeName, out var pods)) pods.Remove(pod.Key);
    }

    /// <summary>Pods bound to nodes that do not exist, in the order in which they arrived.</summary>
    public List<ObjectKey> Orphans()
    {
        List<KeyValuePair<ObjectKey, long>> orphans = [];
        foreach (var (node, pods) in _pods)
        {
            if (!_nodes.ContainsKey(node)) orphans.AddRange(pods);
        }

        orphans.Sort(static (left, right) => left.Value.CompareTo(right.Value));
        return orphans.ConvertAll(static orphan => orphan.Key);
    }

    private Dictionary<ObjectKey, long> PodsOn(string node)
    {
        if (!_pods.TryGetValue(node, out var pods)) _pods.Add(node, pods = []);
        return pods;
    }
}
