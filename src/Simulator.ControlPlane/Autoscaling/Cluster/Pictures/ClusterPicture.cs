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

    /// <summary>Claims and volumes, for the predicates.</summary>
    public ClusterState State { get; } = new();

    /// <summary>Grows with every change that a round could see.</summary>
    public long Version { get; private set; }

    /// <summary>Pods without a node of which the scheduler says that no node takes them, by key.</summary>
    public IEnumerable<Pod> Unschedulable => _waiting.Values.Where(IsUnschedulable);

    /// <summary>Nodes that are Ready and not cordoned, by name.</summary>
    public List<PicturedNode> Listed()
    {
        var listed = new List<PicturedNode>(_nodes.Count);
        foreach (var node in _nodes.Values)
        {
            if (node.IsListed) listed.Add(node);
        }

        return listed;
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

    private void Wait(Pod pod)
    {
        Version++;
        _waiting[pod.Key] = pod;
    }

    private void Forget(Pod pod)
    {
        if (_waiting.Remove(pod.Key)) Version++;
    }

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

        Version++;
        var info = NodeNamed(pod.NodeName).Info;
        var cached = new CachedPod(pod, PodFacts.Of(pod.Spec), info);
        _bound.Add(pod.Key, cached);
        info.Add(cached);
    }

    private void Leave(Pod pod)
    {
        if (!_bound.Remove(pod.Key, out var known)) return;
        Version++;
        known.Node.Remove(known);
        if (known.Node is { Node: null, PodCount: 0 }) _nodes.Remove(known.Node.Name);
    }

    private void Set(string name, Node? node)
    {
        Version++;
        var pictured = NodeNamed(name);
        pictured.SetNode(node);
        if (node is null && !pictured.HasPods) _nodes.Remove(name);
    }

    private void Set(PersistentVolumeClaim claim, bool isGone)
    {
        Version++;
        if (isGone) State.RemoveClaim(claim.Key);
        else State.Set(claim);
    }

    private void Set(PersistentVolume volume, bool isGone)
    {
        Version++;
        if (isGone) State.RemoveVolume(volume.Name);
        else State.Set(volume);
    }

    private PicturedNode NodeNamed(string name)
    {
        if (!_nodes.TryGetValue(name, out var node)) _nodes.Add(name, node = new PicturedNode(name));
        return node;
    }

    private static bool IsUnschedulable(Pod pod) => pod.Status.Scheduled is { Status: ConditionStatus.False, Reason: "Unschedulable" };
}
