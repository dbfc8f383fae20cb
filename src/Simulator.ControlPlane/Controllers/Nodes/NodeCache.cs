using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>The nodes, and the bound pods by node, as the controller's watches have shown them.</summary>
internal sealed class NodeCache
{
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Arrived>> _pods = new(StringComparer.Ordinal);
    private int _arrivals;

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
        var hash = key.GetHashCode();
        var place = PlaceOf(key, hash, pods);
        if (podEvent.Type == WatchEventType.Deleted && place >= 0) pods.RemoveAt(place);
        else if (podEvent.Type != WatchEventType.Deleted && place < 0) pods.Add(new Arrived(key, hash, _arrivals++));
    }

    /// <summary>Pods bound to nodes that do not exist, in the order in which they arrived.</summary>
    public List<ObjectKey> Orphans()
    {
        List<Arrived> orphans = [];
        foreach (var (node, pods) in _pods)
        {
            if (!_nodes.ContainsKey(node)) orphans.AddRange(pods);
        }

        orphans.Sort(static (left, right) => left.Arrival.CompareTo(right.Arrival));
        return orphans.ConvertAll(static orphan => orphan.Pod);
    }

    /// <summary>Hashes lie side by side; names are looked at only where they agree.</summary>
    private static int PlaceOf(ObjectKey pod, int hash, List<Arrived> pods)
    {
        for (var i = pods.Count - 1; i >= 0; i--)
        {
            if (pods[i].Hash == hash && pods[i].Pod == pod) return i;
        }

        return -1;
    }

    private List<Arrived> PodsOn(string node)
    {
        if (!_pods.TryGetValue(node, out var pods)) _pods.Add(node, pods = []);
        return pods;
    }

    /// <param name="Hash">Of the key.</param>
    /// <param name="Arrival">How many came before it.</param>
    private readonly record struct Arrived(ObjectKey Pod, int Hash, int Arrival);
}
