using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// The kubelet stops what has no object as soon as its watch says so, and gives it the pod's own grace; judged once the object has been
/// gone for that and a minute on a node that was never cut off in it.
/// </summary>
/// <remarks>Not judged where the name serves on the same node again: the end of the earlier life is not told then.</remarks>
internal sealed class ServingEndsWithTheObject(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(ServingEndsWithTheObject);

    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, string> _serving = new(StringComparer.Ordinal);
    private readonly Queue<(string Pod, string Node, TimeSpan At, TimeSpan RemovedAt)> _removed = [];
    private readonly HashSet<(string Pod, string Node)> _orphans = [];
    private readonly Dictionary<string, TimeSpan> _back = new(StringComparer.Ordinal);

    /// <summary>What the containers of each pod get to stop.</summary>
    private readonly Dictionary<string, TimeSpan> _graces = new(StringComparer.Ordinal);

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is Pod { IsAssigned: true } pod) _graces[pod.Key.ToString()] = pod.Spec.TerminationGracePeriod;
    }

    public void Observe(in Observation observation)
    {
        var (pod, node) = (observation.Subject, observation.Other);
        switch (observation.Kind)
        {
            case ObservationKind.PodServing: Serve(pod, node); break;
            case ObservationKind.NodeCameBack: _back[pod] = observation.At; break;
            case ObservationKind.PodStoppedServing: Stop(pod, node); break;
            case ObservationKind.PodRemoved when _serving.TryGetValue(pod, out var servingOn): Ask(pod, servingOn); break;
        }

        while (_removed.TryPeek(out var oldest) && observation.At - oldest.At > Notice) Judge(_removed.Dequeue());
    }

    private void Serve(string pod, string node)
    {
        _orphans.Remove((pod, node));
        _serving[pod] = node;
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
        var patience = Notice + _graces.GetValueOrDefault(removed.Pod);
        var isSettled = !_back.TryGetValue(removed.Node, out var back) || cluster.Now - back > patience;
        var isOver = isSettled && cluster.Now - removed.RemovedAt > patience;
        var mayKnow = isOver
            && cluster.Machine(removed.Node) is { IsBeating: true }
            && cluster.Troubles.AreNodesWell
            && cluster.Troubles.AreOverFor(patience, cluster.Now);
        if (mayKnow)
        {
            cluster.Break(Name, $"pod {removed.Pod} still serves on {removed.Node}; its object was removed at {removed.RemovedAt:c}");
        }
        else _removed.Enqueue(removed with { At = cluster.Now });
    }
}
