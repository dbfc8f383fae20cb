using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>A node as the scheduler's cache knows it: its object, its pods and their sums, kept incrementally.</summary>
/// <remarks>Stays while pods remain on it after its object is gone; a node of the same name finds them again.</remarks>
public sealed class NodeInfo(string name)
{
    private readonly List<CachedPod> _pods = [];

    public string Name { get; private set; } = name;

    /// <summary>Null while only pods name this node.</summary>
    public Node? Node { get; private set; }

    public LabelSet Labels { get; private set; } = LabelSet.Empty;

    /// <summary>For a walk over them, which is counted.</summary>
    public IReadOnlyList<CachedPod> Pods
    {
        get
        {
            PodsOffered += _pods.Count;
            return _pods;
        }
    }

    public int PodCount => _pods.Count;

    /// <summary>
    /// Pods that walks have gone over so far, at most: what decisions cost is counted by it (growth is held by a test). Once a walk, not
    /// once a pod.
    /// </summary>
    public long PodsOffered { get; private set; }

    public long RequestedMilliCpu { get; private set; }

    /// <summary>Bytes.</summary>
    public long RequestedMemory { get; private set; }

    public long RequestedGpu { get; private set; }

    public long NonZeroMilliCpu { get; private set; }

    /// <summary>Bytes.</summary>
    public long NonZeroMemory { get; private set; }

    public long AllocatableMilliCpu { get; private set; }

    /// <summary>Bytes.</summary>
    public long AllocatableMemory { get; private set; }

    public long AllocatableGpu { get; private set; }

    public long AllocatablePods { get; private set; }

    /// <summary>As in the object's spec, side by side with what else a decision reads.</summary>
    public Parsed<IReadOnlyList<Taint>> Taints { get; private set; }

    /// <summary>Passes the scheduler's node filter: may be chosen at all.</summary>
    public bool IsCandidate { get; private set; }

    /// <summary>Number of the node's (region, zone) pair; 0 = it has neither label.</summary>
    public int Zone { get; private set; }

    /// <summary>Grows with every change of the node or its pods.</summary>
    public long Version { get; private set; }

    /// <summary>Position among all nodes with an object in descending name order; -1 without an object.</summary>
    public int Rank { get; internal set; } = -1;

    /// <summary>As a new one of another node, without pods and before its object comes.</summary>
    internal void Become(string name)
    {
        Name = name;
        _pods.Clear();
        (RequestedMilliCpu, RequestedMemory, RequestedGpu) = (0, 0, 0);
        (NonZeroMilliCpu, NonZeroMemory) = (0, 0);
    }

    internal void SetNode(Node? node, int zone)
    {
        Version++;
        Node = node;
        Labels = node?.Metadata.Labels ?? LabelSet.Empty;
        Zone = zone;
        Taints = node?.Spec.Taints ?? default;
        IsCandidate = node is not null && NodeFilter.IsCandidate(node);
        var allocatable = node?.Status.Allocatable ?? ResourceList.Empty;
        AllocatableMilliCpu = allocatable.MilliValue(ResourceNames.Cpu);
        AllocatableMemory = allocatable.Value(ResourceNames.Memory);
        AllocatableGpu = allocatable.Value(ResourceNames.NvidiaGpu);
        AllocatablePods = allocatable.Value(ResourceNames.Pods);
    }

    internal void Add(CachedPod pod)
    {
        pod.Slot = _pods.Count;
        _pods.Add(pod);
        Sum(pod.Facts, 1);
    }

    internal void Remove(CachedPod pod)
    {
        var last = _pods[^1];
        _pods[pod.Slot] = last;
        last.Slot = pod.Slot;
        _pods.RemoveAt(_pods.Count - 1);
        Sum(pod.Facts, -1);
    }

    /// <summary>Something has changed that verdicts about the node may depend on.</summary>
    internal void Touch() => Version++;

    private void Sum(PodFacts facts, int sign)
    {
        Version++;
        RequestedMilliCpu += sign * facts.MilliCpu;
        RequestedMemory += sign * facts.Memory;
        RequestedGpu += sign * facts.Gpu;
        NonZeroMilliCpu += sign * facts.NonZeroMilliCpu;
        NonZeroMemory += sign * facts.NonZeroMemory;
    }
}
