using Simulator.Api;
using Simulator.Plugins;

namespace Simulator.Scenarios.Extending;

/// <summary>A node of a scheduler's cache, as plug-ins see it.</summary>
internal abstract class NodeView(string name) : INodeView
{
    private readonly Dictionary<string, long> _requested = new(StringComparer.Ordinal);
    private Pod[]? _pods;
    private long _seen = -1;

    public string Name => name;

    public abstract Node Node { get; }

    public abstract long Version { get; }

    public abstract bool IsThought { get; }

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
        foreach (var pod in PodsNow()) sum += Requests.Of(pod, resource);
        _requested.Add(resource, sum);
        return sum;
    }

    /// <summary>In any order.</summary>
    protected abstract IEnumerable<Pod> PodsNow();

    private void Refresh()
    {
        if (_seen == Version) return;
        _seen = Version;
        _pods = null;
        _requested.Clear();
    }

    private Pod[] Sorted()
    {
        Pod[] pods = [.. PodsNow()];
        Array.Sort(pods, (left, right) => left.Key.CompareTo(right.Key));
        return pods;
    }
}
