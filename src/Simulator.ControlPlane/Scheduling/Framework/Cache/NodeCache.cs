using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>Nodes and the pods on them (internal/cache of 1.20), and the list of nodes that passes go through.</summary>
public sealed class NodeCache
{
    private readonly Dictionary<string, NodeState> _nodes = new(StringComparer.Ordinal);

    private readonly Dictionary<ObjectKey, (NodePod Pod, NodeState Node)> _pods = [];

    private readonly NodeTree _tree = new();

    private readonly ImageTable _images = new();

    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);

    private NodeState[] _list = [];

    private bool _isListed = true;

    /// <summary>Null costs nothing.</summary>
    public ICacheListener? Listener { get; set; }

    /// <summary>Also nodes whose object is gone and that still have pods.</summary>
    public IEnumerable<NodeState> All => _nodes.Values;

    public NodeState? Find(string name) => _nodes.GetValueOrDefault(name);

    public Pod? Find(ObjectKey pod) => _pods.TryGetValue(pod, out var known) ? known.Pod.Pod : null;

    /// <summary>
    /// Every node that has an object. The order is made anew only when names appear or disappear between two looks: a node that changes its
    /// zone, or goes and comes back, keeps its place until then.
    /// </summary>
    public IReadOnlyList<NodeState> Snapshot()
    {
        if (_isListed) return _list;
        _isListed = true;
        var names = _listed.Count == _tree.Count && _listed.All(_tree.Contains) ? [.. _list.Select(node => node.Name)] : _tree.Names();
        foreach (var node in _list) node.Index = -1;
        _list = Array.ConvertAll(names, name => _nodes[name]);
        for (var i = 0; i < _list.Length; i++) _list[i].Index = i;
        _listed.Clear();
        _listed.UnionWith(names);
        Listener?.Listed(_list);
        return _list;
    }

    /// <summary>Adds a node or replaces its object.</summary>
    public void Set(Node node)
    {
        var state = StateOf(node.Name);
        var old = state.Node;
        if (old is not null) _images.Remove(old);
        else _isListed = false;
        _tree.Set(node);
        state.SetNode(node, _images.Add(node));
        var isAlike = old is not null && old.Metadata.Labels.SameAs(node.Metadata.Labels);
        Listener?.NodeChanged(state, isAlike ? LabelChange.None : LabelChange.Some);
    }

    /// <summary>Removes a node's object; its pods stay known.</summary>
    public void RemoveNode(string name)
    {
        if (Find(name) is not { Node: { } node } state) return;
        _images.Remove(node);
        _tree.Remove(name);
        state.SetNode(null, null);
        _isListed = false;
        Listener?.NodeChanged(state, LabelChange.Some);
        Forget(state);
    }

    /// <summary>Adds a bound pod, or replaces it where it is known.</summary>
    public void Set(Pod pod)
    {
        Remove(pod.Key);
        var state = StateOf(pod.NodeName);
        var entry = new NodePod(pod);
        _pods.Add(pod.Key, (entry, state));
        state.Add(entry);
        Listener?.PodChanged(entry, state, 1);
    }

    public void Remove(ObjectKey key)
    {
        if (!_pods.Remove(key, out var known)) return;
        known.Node.Remove(known.Pod);
        Listener?.PodChanged(known.Pod, known.Node, -1);
        Forget(known.Node);
    }

    private NodeState StateOf(string name)
    {
        if (!_nodes.TryGetValue(name, out var state)) _nodes.Add(name, state = new NodeState(name));
        return state;
    }

    private void Forget(NodeState state)
    {
        if (state is { Node: null, Pods.Count: 0 }) _nodes.Remove(state.Name);
    }
}
