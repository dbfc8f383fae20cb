using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>The pods by node, as the controller's watch has shown them.</summary>
internal sealed class BoundPods
{
    private readonly Dictionary<string, Dictionary<ObjectKey, Pod>> _byNode = new(StringComparer.Ordinal);

    /// <summary>Those of a node, by name; a list of the caller's own.</summary>
    public List<Pod> On(string node)
    {
        if (!_byNode.TryGetValue(node, out var pods)) return [];
        List<Pod> sorted = [.. pods.Values];
        sorted.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return sorted;
    }

    /// <summary>Null: it is gone, or on another node.</summary>
    public Pod? Find(string node, ObjectKey pod) => _byNode.GetValueOrDefault(node)?.GetValueOrDefault(pod);

    public void Observe(in WatchEvent change)
    {
        var pod = (Pod)change.Object;
        if (!pod.IsAssigned) return;
        if (!_byNode.TryGetValue(pod.NodeName, out var pods)) _byNode.Add(pod.NodeName, pods = []);
        if (change.Type == WatchEventType.Deleted) pods.Remove(pod.Key);
        else pods[pod.Key] = pod;
    }
}
