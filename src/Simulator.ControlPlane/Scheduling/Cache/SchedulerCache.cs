using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>Nodes and the pods on them, with assumed pods (plugin/pkg/scheduler/schedulercache of 1.3.10).</summary>
/// <remarks>Adding, removing and assuming a pod is O(1); adding or removing a node re-ranks all names, O(n log n).</remarks>
public sealed class SchedulerCache
{
    /// <summary>How long an assumption lives without a confirming watch event.</summary>
    public static readonly TimeSpan AssumedPodLifetime = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, NodeInfo> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectKey, CachedPod> _pods = [];
    private readonly Dictionary<(string Region, string Zone), int> _zones = [];
    private readonly Queue<CachedPod> _assumed = [];
    private NodeInfo[]? _ranked;

    public PodIndex Index { get; } = new();

    public NodeChangeLog Changes { get; } = new();

    public int PodCount => _pods.Count;

    /// <summary>
    /// Every node that has an object, in descending byte order of names; a node's <see cref="NodeInfo.Rank"/> is its index.
    /// </summary>
    public IReadOnlyList<NodeInfo> Nodes => _ranked ??= Rank();

    /// <summary>Also nodes whose object is gone and that still have pods; in no useful order.</summary>
    public IEnumerable<NodeInfo> AllNodes => _nodes.Values;

    /// <summary>Nodes that pass the scheduler's node filter.</summary>
    public int CandidateCount { get; private set; }

    /// <summary>Assumptions that were dropped, for the host to take.</summary>
    public List<CachedPod> Expired { get; } = [];

    /// <summary>The janitor has something to look at: assumptions, or confirmed ones that it has not passed yet.</summary>
    public bool HasAssumedPods => _assumed.Count > 0;

    public NodeInfo? Find(string nodeName) => _nodes.GetValueOrDefault(nodeName);

    public CachedPod? Find(ObjectKey pod) => _pods.GetValueOrDefault(pod);

    /// <summary>Adds a node or replaces its object.</summary>
    public void SetNode(Node node)
    {
        var info = NodeNamed(node.Name);
        if (info.Node is null) Forget();
        else if (!info.Labels.SameAs(node.Metadata.Labels)) Changes.Restart();
        if (info.IsCandidate) CandidateCount--;
        info.SetNode(node, ZoneOf(node.Metadata.Labels));
        if (info.IsCandidate) CandidateCount++;
        Changes.Add(info);
    }

    /// <summary>Removes a node's object; its pods stay known.</summary>
    public void RemoveNode(string name)
    {
        if (Find(name) is not { } info) return;
        if (info.IsCandidate) CandidateCount--;
        Forget();
        info.SetNode(null, 0);
        info.Rank = -1;
        if (info.PodCount == 0) _nodes.Remove(name);
    }

    /// <summary>
    /// Takes a decision for granted before the API server knows it. False if the pod is already known: then nothing changes.
    /// </summary>
    public bool Assume(Pod boundPod, Instant now)
    {
        if (_pods.ContainsKey(boundPod.Key)) return false;
        var pod = Insert(boundPod);
        pod.AssumedUntil = now + AssumedPodLifetime;
        _assumed.Enqueue(pod);
        return true;
    }

    /// <summary>
    /// A watch has shown a bound pod: confirms an assumption (the assumed object is kept, even if it names another node) or adds the pod.
    /// </summary>
    public void AddPod(Pod pod)
    {
        if (Find(pod.Key) is { } known)
        {
            known.AssumedUntil = null;
            return;
        }

        Insert(pod);
    }

    /// <summary>A watch has shown a newer version. Ignored, as the real cache does, for a pod that is unknown or only assumed.</summary>
    public void UpdatePod(Pod pod)
    {
        if (Find(pod.Key) is not { AssumedUntil: null } known) return;
        if (known.Node.Name == pod.NodeName && ReferenceEquals(known.Pod.Spec.Containers, pod.Spec.Containers))
        {
            Replace(known, pod);
            return;
        }

        Delete(known);
        Insert(pod);
    }

    /// <summary>
    /// A watch has shown the pod's end. Ignored for a pod that is unknown or only assumed: that one stays until it expires.
    /// </summary>
    public void RemovePod(ObjectKey key)
    {
        if (Find(key) is { AssumedUntil: null } known) Delete(known);
    }

    /// <summary>The janitor: drops assumptions whose time is over. They stand in the order of their deadlines.</summary>
    public void ExpireAssumed(Instant now)
    {
        while (_assumed.TryPeek(out var oldest) && !(now <= oldest.AssumedUntil))
        {
            _assumed.Dequeue();
            if (oldest.AssumedUntil is null) continue;
            Delete(oldest);
            Expired.Add(oldest);
        }
    }

    /// <summary>Something that decisions follow from the pods of these nodes has changed.</summary>
    internal void Touch(NodeCounts nodes)
    {
        foreach (var (node, _) in nodes)
        {
            node.Touch();
            LogChange(node);
        }
    }

    private CachedPod Insert(Pod pod)
    {
        var node = NodeNamed(pod.NodeName);
        var cached = new CachedPod(pod, PodFacts.Of(pod.Spec), node);
        _pods.Add(pod.Key, cached);
        node.Add(cached);
        Index.Add(cached);
        LogChange(node, cached.LabelClass);
        return cached;
    }

    private void Replace(CachedPod known, Pod pod)
    {
        if (PodIndex.CountAlike(known.Pod, pod))
        {
            known.Pod = pod;
            return;
        }

        Index.Remove(known);
        known.Pod = pod;
        Index.Add(known);
        known.Node.Touch();
        LogChange(known.Node);
    }

    private void Delete(CachedPod pod)
    {
        _pods.Remove(pod.Pod.Key);
        pod.Node.Remove(pod);
        var pods = pod.LabelClass;
        Index.Remove(pod);
        LogChange(pod.Node, pods);
        if (pod.Node is { Node: null, PodCount: 0 }) _nodes.Remove(pod.Node.Name);
    }

    /// <summary>
    /// What happens on a node that cannot be chosen changes no verdict; it is looked at anew when it becomes a candidate.
    /// </summary>
    private void LogChange(NodeInfo node, LabelClass? pods = null)
    {
        if (node.IsCandidate) Changes.Add(node, pods);
    }

    private NodeInfo NodeNamed(string name)
    {
        if (_nodes.TryGetValue(name, out var node)) return node;
        node = new NodeInfo(name);
        _nodes.Add(name, node);
        return node;
    }

    private int ZoneOf(LabelSet labels)
    {
        var key = (labels.ValueOrEmpty(WellKnownLabels.Region), labels.ValueOrEmpty(WellKnownLabels.Zone));
        if (key is ("", "")) return 0;
        if (!_zones.TryGetValue(key, out var zone)) _zones.Add(key, zone = _zones.Count + 1);
        return zone;
    }

    private void Forget()
    {
        _ranked = null;
        Changes.Restart();
    }

    private NodeInfo[] Rank()
    {
        var ranked = _nodes.Values.Where(node => node.Node is not null).ToArray();
        Array.Sort(ranked, static (left, right) => string.CompareOrdinal(right.Name, left.Name));
        for (var i = 0; i < ranked.Length; i++) ranked[i].Rank = i;
        return ranked;
    }
}
