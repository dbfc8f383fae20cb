namespace Simulator.World;

/// <summary>The kubelet kills what has no object as soon as its watch says so; judged once the object has been gone for a minute on a node that was never cut off in it.</summary>
internal sealed class ServingEndsWithTheObject(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(ServingEndsWithTheObject);

    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, string> _serving = new(StringComparer.Ordinal);
    private readonly Queue<(string Pod, string Node, TimeSpan At, TimeSpan RemovedAt)> _removed = [];
    private readonly HashSet<(string Pod, string Node)> _orphans = [];
    private readonly Dictionary<string, TimeSpan> _back = new(StringComparer.Ordinal);

    public void Observe(in Observation observation)
    {
        var (pod, node) = (observation.Subject, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.PodServing: _serving[pod] = node; break;
            case ObservationKind.NodeCameBack: _back[pod] = observation.At; break;
            case ObservationKind.PodStoppedServing: Stop(pod, node); break;
            case ObservationKind.PodRemoved when _serving.TryGetValue(pod, out var servingOn): Ask(pod, servingOn); break;
        }

        while (_removed.TryPeek(out var oldest) && observation.At - oldest.At > Notice) Judge(_removed.Dequeue());
    }

    private void Ask(string pod, string node)
    {
        _orphans.Add((pod, node));
        _removed.Enqueue((pod, node, cluster.Now, cluster.Now));
    }

    private void Stop(string pod, string node)
    {
        _orphans.Remove((pod, node));
        if (_serving.TryGetValue(pod, out var current) && current == node) _serving.Remove(pod);
    }

    private void Judge((string Pod, string Node, TimeSpan At, TimeSpan RemovedAt) removed)
    {
        if (!_orphans.Contains((removed.Pod, removed.Node))) return;
        var isSettled = !_back.TryGetValue(removed.Node, out var back) || cluster.Now - back > Notice;
        var mayKnow = isSettled && cluster.Topology.Find(removed.Node) is { IsBeating: true } && cluster.Troubles.AreNodesWell && cluster.Troubles.AreOverFor(Notice, cluster.Now);
        if (mayKnow) cluster.Break(Name, $"pod {removed.Pod} still serves on {removed.Node}; its object was removed at {removed.RemovedAt:c}");
        else _removed.Enqueue(removed with { At = cluster.Now });
    }
}
