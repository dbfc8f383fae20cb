using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

/// <summary>
/// Nodes, bound pods and pods without a place, as watches show them (utils/kubernetes/listers.go); kept up to date, where the real program
/// builds its maps anew in every step.
/// </summary>
public sealed class ClusterPicture
{
    private readonly SortedDictionary<string, PicturedNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectKey, CachedPod> _bound = [];
    private readonly SortedDictionary<ObjectKey, Pod> _waiting = [];
    private readonly HashSet<PicturedNode> _changed = [];
    private readonly SortedDictionary<string, PicturedNode> _low = new(StringComparer.Ordinal);
    private PicturedNode[]? _listed;
    private int _numbers;

    /// <summary>Claims and volumes, for the predicates.</summary>
    public ClusterState State { get; } = new();

    /// <summary>Grows whenever a node comes, goes, or becomes another.</summary>
    public long NodesVersion { get; private set; }

    /// <summary>Pods without a node of which the scheduler says that no node takes them, by key.</summary>
    public IEnumerable<Pod> Unschedulable => _waiting.Values.Where(IsUnschedulable);

    /// <summary>Nodes that are Ready and not cordoned, by name.</summary>
    public IReadOnlyList<PicturedNode> Listed => _listed ??= [.. _nodes.Values.Where(node => node.IsListed)];

    /// <summary>Of them those that run anything and are used less than the threshold, by name.</summary>
    /// <param name="threshold">The same in every call.</param>
    public List<PicturedNode> Low(double threshold)
    {
        foreach (var node in _changed)
        {
            if (node is { IsListed: true, HasPods: true } && node.Utilization < threshold) _low[node.Name] = node;
            else _low.Remove(node.Name);
        }

        _changed.Clear();
        return [.. _low.Values];
    }

    public PicturedNode? Find(string node) => _nodes.GetValueOrDefault(node);

    /// <summary>The pod has a node and has not ended.</summary>
    public bool IsBound(Pod pod) => _bound.TryGetValue(pod.Key, out var known) && known.Pod.Metadata.Uid == pod.Metadata.Uid;

    public void Observe(in WatchEvent change)
    {
        var isGone = change.Type == WatchEventType.Deleted;
        if (change.Object is Pod pod) Observe(pod, isGone);
        else if (change.Object is Node node) Set(node.Name, isGone ? null : node);
        else if (change.Object is PersistentVolumeClaim claim) Set(claim, isGone);
        else if (change.Object is PersistentVolume volume) Set(volume, isGone);
    }

    private void Observe(Pod pod, bool isGone)
    {
        if (isGone || pod.IsFinished || pod.IsAssigned) Forget(pod);
        if (isGone || pod.IsFinished) Leave(pod);
        else if (pod.IsAssigned) Settle(pod);
        else Wait(pod);
    }

    private void Wait(Pod pod) => _waiting[pod.Key] = pod;

    private void Forget(Pod pod) => _waiting.Remove(pod.Key);

    private void Settle(Pod pod)
    {
        if (_bound.TryGetValue(pod.Key, out var known))
        {
            if (known.Node.Name == pod.NodeName && ReferenceEquals(known.Pod.Spec, pod.Spec) && known.Pod.Metadata.Uid == pod.Metadata.Uid)
            {
                known.Pod = pod;
                return;
            }

            Leave(pod);
        }

        var node = NodeNamed(pod.NodeName);
        var cached = new CachedPod(pod, PodFacts.Of(pod.Spec), node.Info);
        _bound.Add(pod.Key, cached);
        node.Info.Add(cached);
        _changed.Add(node);
    }

    private void Leave(Pod pod)
    {
        if (!_bound.Remove(pod.Key, out var known)) return;
        known.Node.Remove(known);
        if (_nodes.TryGetValue(known.Node.Name, out var node)) _changed.Add(node);
        if (known.Node is { Node: null, PodCount: 0 }) _nodes.Remove(known.Node.Name);
    }

    private void Set(string name, Node? node)
    {
        NodesVersion++;
        _listed = null;
        var pictured = NodeNamed(name);
        pictured.SetNode(node);
        _changed.Add(pictured);
        if (node is null && !pictured.HasPods) _nodes.Remove(name);
    }

    private void Set(PersistentVolumeClaim claim, bool isGone)
    {
        if (isGone) State.RemoveClaim(claim.Key);
        else State.Set(claim);
    }

    private void Set(PersistentVolume volume, bool isGone)
    {
        if (isGone) State.RemoveVolume(volume.Name);
        else State.Set(volume);
    }

    private PicturedNode NodeNamed(string name)
    {
        if (!_nodes.TryGetValue(name, out var node)) _nodes.Add(name, node = new PicturedNode(name, _numbers++));
        return node;
    }

    private static bool IsUnschedulable(Pod pod) => pod.Status.Scheduled is { Status: ConditionStatus.False, Reason: "Unschedulable" };
}
