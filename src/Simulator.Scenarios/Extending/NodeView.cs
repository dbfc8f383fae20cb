using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A node of the scheduler's cache, as plug-ins see it.</summary>
internal sealed class NodeView(NodeInfo info) : INodeView
{
    private readonly Dictionary<string, long> _requested = new(StringComparer.Ordinal);
    private Pod[]? _pods;
    private long _seen = -1;

    public NodeInfo Info => info;

    public string Name => info.Name;

    public Node Node => info.Node!;

    public long Version => info.Version;

    public IReadOnlyList<Pod> Pods
    {
        get
        {
            Refresh();
            return _pods ??= Sorted();
        }
    }

    public long Allocatable(string resource) => Requests.Amount(Node.Status.Allocatable, resource);

    public long Requested(string resource)
    {
        Refresh();
        if (_requested.TryGetValue(resource, out var sum)) return sum;
        foreach (var pod in info.Pods) sum += Requests.Of(pod.Pod, resource);
        _requested.Add(resource, sum);
        return sum;
    }

    private void Refresh()
    {
        if (_seen == info.Version) return;
        _seen = info.Version;
        _pods = null;
        _requested.Clear();
    }

    private Pod[] Sorted()
    {
        var pods = new Pod[info.PodCount];
        var i = 0;
        foreach (var pod in info.Pods) pods[i++] = pod.Pod;
        Array.Sort(pods, (left, right) => left.Key.CompareTo(right.Key));
        return pods;
    }
}
