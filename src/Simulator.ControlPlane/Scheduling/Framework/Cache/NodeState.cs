using Simulator.Api;
using Simulator.Api.Manifests;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>A node as the scheduler's cache knows it: its object, its pods and their sums.</summary>
/// <remarks>framework.NodeInfo of 1.20. Stays while pods remain on it after its object is gone.</remarks>
public sealed class NodeState(string name)
{
    private static readonly Dictionary<string, SeenImage> NoImages = [];

    private readonly List<NodePod> _pods = [];

    private readonly HashSet<HostPort> _ports = [];

    /// <summary>How many there have been of it and of its copies, which share this.</summary>
    private long[] _copies = [0];

    public string Name { get; } = name;

    /// <summary>Null while only pods name this node.</summary>
    public Node? Node { get; private set; }

    public LabelSet Labels { get; private set; } = LabelSet.Empty;

    public IReadOnlyList<Taint> Taints { get; private set; } = [];

    /// <summary>Controllers whose pods it would rather not have.</summary>
    public IReadOnlyList<OwnerReference> Avoided { get; private set; } = [];

    /// <summary>Place in the snapshot; -1 if it is not in it.</summary>
    public int Index { get; internal set; } = -1;

    public NodeZone Zone { get; private set; } = NodeZone.None;

    public Amounts Allocatable { get; private set; } = new();

    public Amounts Requested { get; private set; } = new();

    /// <summary>As <see cref="Requested"/>, with a guess where a container does not say; for scores.</summary>
    public long NonZeroMilliCpu { get; private set; }

    /// <summary>Bytes.</summary>
    public long NonZeroMemory { get; private set; }

    public IReadOnlyDictionary<string, SeenImage> Images { get; private set; } = NoImages;

    /// <summary>In the order in which they came, but the last fills the gap of one that left.</summary>
    public IReadOnlyList<NodePod> Pods => _pods;

    /// <summary>Pods are thought away from it or to it: nothing that is so.</summary>
    public bool IsThought { get; private init; }

    /// <summary>Grows with every change of the node or its pods; no two copies share one.</summary>
    public long Version { get; private set; }

    public bool HoldsPort(HostPort wanted)
    {
        foreach (var held in _ports)
        {
            if (held.Conflicts(wanted)) return true;
        }

        return false;
    }

    /// <summary>For a thought about what would be if other pods were there.</summary>
    public NodeState Copy()
    {
        var copy = new NodeState(Name)
        {
            Node = Node,
            Labels = Labels,
            Taints = Taints,
            Avoided = Avoided,
            Zone = Zone,
            Allocatable = Allocatable,
            Requested = Requested.Copy(),
            NonZeroMilliCpu = NonZeroMilliCpu,
            NonZeroMemory = NonZeroMemory,
            Images = Images,
            IsThought = true,
            Version = ++_copies[0] << 32,
            _copies = _copies,
        };
        copy._pods.AddRange(_pods);
        copy._ports.UnionWith(_ports);
        return copy;
    }

    internal void SetNode(Node? node, IReadOnlyDictionary<string, SeenImage>? images)
    {
        Version++;
        (Node, Images) = (node, images ?? NoImages);
        Labels = node?.Metadata.Labels ?? LabelSet.Empty;
        Taints = node?.Spec.Taints.Value ?? [];
        Avoided = node is null ? [] : AvoidedPods.Read(node.Metadata.Annotations);
        Zone = node is null ? NodeZone.None : NodeZone.Of(node);
        Allocatable = new Amounts();
        if (node is not null) Allocatable.Add(node.Status.Allocatable);
    }

    internal void Add(NodePod pod)
    {
        _pods.Add(pod);
        foreach (var port in pod.Demand.Ports) _ports.Add(port);
        Sum(pod.Demand, 1);
    }

    /// <summary>Two pods that hold the same port hold it as one: when the first leaves it is free.</summary>
    internal void Remove(NodePod pod)
    {
        var place = _pods.IndexOf(pod);
        _pods[place] = _pods[^1];
        _pods.RemoveAt(_pods.Count - 1);
        foreach (var port in pod.Demand.Ports) _ports.Remove(port);
        Sum(pod.Demand, -1);
    }

    private void Sum(PodDemand demand, int sign)
    {
        Version++;
        Requested.Add(demand.Amounts, sign);
        NonZeroMilliCpu += sign * demand.NonZeroMilliCpu;
        NonZeroMemory += sign * demand.NonZeroMemory;
    }
}
