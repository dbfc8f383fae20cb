using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>All nodes in name order, each with what runs on it.</summary>
internal sealed class DaemonNodes
{
    private readonly SortedDictionary<string, NodeLoad> _nodes = new(StringComparer.Ordinal);

    public IEnumerable<NodeLoad> All => _nodes.Values;

    public NodeLoad Of(string name)
    {
        if (!_nodes.TryGetValue(name, out var load)) _nodes.Add(name, load = new NodeLoad());
        return load;
    }

    public void ObservePod(in WatchEvent change)
    {
        var pod = (Pod)change.Object;
        if (!pod.IsAssigned) return;
        if (change.Type == WatchEventType.Deleted) Of(pod.NodeName).Remove(pod.Key);
        else if (change.Previous is not Pod { IsAssigned: true } old || old.IsFinished != pod.IsFinished) Of(pod.NodeName).Put(pod);
    }
}
