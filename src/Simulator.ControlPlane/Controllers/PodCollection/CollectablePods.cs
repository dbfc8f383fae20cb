using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.PodCollection;

/// <summary>What a collector looks at, kept apart as it comes, so that a check costs what there is to do and not what there is.</summary>
internal sealed class CollectablePods
{
    private static readonly HashSet<ObjectKey> None = [];

    private readonly SortedDictionary<ObjectKey, Pod> _finished = [];
    private readonly SortedDictionary<ObjectKey, Pod> _homeless = [];
    private readonly Dictionary<string, HashSet<ObjectKey>> _byNode = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nodes = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unknown = new(StringComparer.Ordinal);

    public int FinishedCount => _finished.Count;

    /// <summary>Being deleted, and never bound.</summary>
    public IReadOnlyCollection<Pod> Homeless => _homeless.Values;

    /// <summary>Nodes that pods name and the watch does not know, in name order.</summary>
    public IReadOnlyCollection<string> UnknownNodes => _unknown;

    public bool Knows(string node) => _nodes.Contains(node);

    /// <summary>In order of their keys.</summary>
    public IEnumerable<ObjectKey> On(string node) => _byNode.GetValueOrDefault(node, None).Order();

    /// <summary>The finished ones, oldest first.</summary>
    public IEnumerable<Pod> Oldest(int count) => _finished.Values
        .OrderBy(pod => pod.Metadata.CreationTimestamp ?? default).ThenBy(pod => pod.Name, StringComparer.Ordinal).Take(count);

    public void Put(Pod pod)
    {
        Keep(_finished, pod, IsFinished(pod));
        Keep(_homeless, pod, pod.Metadata.IsBeingDeleted && !pod.IsAssigned);
        if (!pod.IsAssigned) return;
        if (!_byNode.TryGetValue(pod.NodeName, out var group)) _byNode.Add(pod.NodeName, group = []);
        group.Add(pod.Key);
        if (!_nodes.Contains(pod.NodeName)) _unknown.Add(pod.NodeName);
    }

    public void Remove(Pod pod)
    {
        _finished.Remove(pod.Key);
        _homeless.Remove(pod.Key);
        if (!_byNode.TryGetValue(pod.NodeName, out var group) || !group.Remove(pod.Key) || group.Count > 0) return;
        _byNode.Remove(pod.NodeName);
        _unknown.Remove(pod.NodeName);
    }

    public void PutNode(string node)
    {
        _nodes.Add(node);
        _unknown.Remove(node);
    }

    public void RemoveNode(string node)
    {
        _nodes.Remove(node);
        if (_byNode.ContainsKey(node)) _unknown.Add(node);
    }

    /// <summary>A pod without a phase counts, too.</summary>
    private static bool IsFinished(Pod pod) => pod.Status.Phase is not (PodPhase.Pending or PodPhase.Running or PodPhase.Unknown);

    private static void Keep(SortedDictionary<ObjectKey, Pod> group, Pod pod, bool isIn)
    {
        if (isIn) group[pod.Key] = pod;
        else if (group.Count > 0) group.Remove(pod.Key);
    }
}
