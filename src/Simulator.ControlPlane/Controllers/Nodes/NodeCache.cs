using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>The nodes, and the bound pods by node, as the controller's watches have shown them.</summary>
internal sealed class NodeCache
{
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(ObjectKey Pod, long Arrival)>> _pods = new(StringComparer.Ordinal);
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
        var key = pod.Key;
        var pods = PodsOn(pod.NodeName);
        var place = PlaceOf(key, pods);
        if (podEvent.Type == WatchEventType.Deleted && place >= 0) pods.RemoveAt(place);
        else if (podEvent.Type != WatchEventType.Deleted && place < 0) pods.Add((key, _arrivals++));
    }

    /// <summary>Pods bound to nodes that do not exist, in the order in which they arrived.</summary>
    public List<ObjectKey> Orphans()
    {
        List<(ObjectKey Pod, long Arrival)> orphans = [];
        foreach (var (node, pods) in _pods)
        {
            if (!_nodes.ContainsKey(node)) orphans.AddRange(pods);
        }

        orphans.Sort(static (left, right) => left.Arrival.CompareTo(right.Arrival));
        return orphans.ConvertAll(static orphan => orphan.Pod);
    }

    private static int PlaceOf(ObjectKey pod, List<(ObjectKey Pod, long Arrival)> pods)
    {
        for (var i = pods.Count - 1; i >= 0; i--)
        {
            if (pods[i].Pod == pod) return i;
        }

        return -1;
    }

    private List<(ObjectKey Pod, long Arrival)> PodsOn(string node)
    {
        if (!_pods.TryGetValue(node, out var pods)) _pods.Add(node, pods = []);
        return pods;
    }
}
