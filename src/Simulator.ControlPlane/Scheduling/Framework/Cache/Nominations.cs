using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>Pods for which room is kept on a node, one node a pod, in the order of nomination (nominatedPodMap of 1.20).</summary>
public sealed class Nominations
{
    private readonly Dictionary<string, List<Pod>> _byNode = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _nodeOf = new(StringComparer.Ordinal);

    /// <summary>Nobody is nominated anywhere.</summary>
    public bool IsEmpty => _nodeOf.Count == 0;

    public IReadOnlyList<Pod> On(string node) => _byNode.TryGetValue(node, out var pods) ? pods : [];

    /// <summary>
    /// Nominates a pod to a node, or, with none given, to the one that its status names; it comes to the end of the line.
    /// </summary>
    public void Add(Pod pod, string? node)
    {
        Remove(pod);
        if (node is not { Length: > 0 }) node = pod.Status.NominatedNodeName;
        if (node.Length == 0) return;
        _nodeOf[pod.Metadata.Uid] = node;
        if (!_byNode.TryGetValue(node, out var pods)) _byNode.Add(node, pods = []);
        pods.Add(pod);
    }

    public void Remove(Pod pod)
    {
        if (!_nodeOf.Remove(pod.Metadata.Uid, out var node)) return;
        var pods = _byNode[node];
        pods.RemoveAll(known => known.Metadata.Uid == pod.Metadata.Uid);
        if (pods.Count == 0) _byNode.Remove(node);
    }

    /// <summary>A newer object: where neither the old nor the new one names a node, what was kept in memory stays.</summary>
    public void Update(Pod old, Pod pod)
    {
        var kept = old.Status.NominatedNodeName.Length == 0 && pod.Status.NominatedNodeName.Length == 0
            ? _nodeOf.GetValueOrDefault(old.Metadata.Uid)
            : null;
        Remove(old);
        Add(pod, kept);
    }
}
