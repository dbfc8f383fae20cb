using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>
/// All nodes, each with what runs on it, and in the order in which they last changed: whoever has seen them once looks at the changed ones
/// only.
/// </summary>
public sealed class DaemonNodes
{
    private readonly SortedDictionary<string, NodeLoad> _nodes = new(StringComparer.Ordinal);

    /// <summary>In name order.</summary>
    public IEnumerable<NodeLoad> All => _nodes.Values;

    public int Count => _nodes.Count;

    /// <summary>Counts the changes of all nodes.</summary>
    public long Version { get; private set; }

    /// <summary>The one that changed last; null without any node.</summary>
    public NodeLoad? Newest { get; private set; }

    public NodeLoad Of(string name)
    {
        if (!_nodes.TryGetValue(name, out var load)) _nodes.Add(name, load = new NodeLoad(_nodes.Count));
        return load;
    }

    /// <summary>A node comes, changes or goes (null).</summary>
    public void Put(NodeLoad load, Node? node)
    {
        load.Node = node;
        Touch(load);
    }

    public void ObservePod(in WatchEvent change)
    {
        var pod = (Pod)change.Object;
        if (change.Previous is Pod { IsAssigned: true } old && old.NodeName != pod.NodeName) Drop(old);
        if (!pod.IsAssigned) return;
        if (change.Type == WatchEventType.Deleted) Drop(pod);
        else if (IsNews(change, pod)) Put(pod);
    }

    private static bool IsNews(in WatchEvent change, Pod pod) =>
        change.Previous is not Pod { IsAssigned: true } old
        || old.IsFinished != pod.IsFinished
        || !ReferenceEquals(old.Metadata.Labels, pod.Metadata.Labels);

    private void Put(Pod pod)
    {
        var load = Of(pod.NodeName);
        load.Put(pod);
        Touch(load);
    }

    private void Drop(Pod pod)
    {
        var load = Of(pod.NodeName);
        load.Remove(pod.Key);
        Touch(load);
    }

    private void Touch(NodeLoad load)
    {
        load.Version = ++Version;
        if (load == Newest) return;
        Unlink(load);
        load.Older = Newest;
        if (Newest is not null) Newest.Newer = load;
        Newest = load;
    }

    private static void Unlink(NodeLoad load)
    {
        if (load.Older is not null) load.Older.Newer = load.Newer;
        if (load.Newer is not null) load.Newer.Older = load.Older;
        (load.Older, load.Newer) = (null, null);
    }
}
