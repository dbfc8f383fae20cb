using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.World.Explanation.Packing;

/// <summary>A cluster's pods placed again from nothing on some of its nodes.</summary>
/// <remarks>Many may ask at once.</remarks>
public sealed class Repacking
{
    private readonly ClusterSnapshot _cluster;
    private readonly List<Pod> _daemons;
    private readonly List<Pod> _pinned;
    private readonly List<Pod> _pods;

    public Repacking(ClusterSnapshot cluster)
    {
        _cluster = cluster;
        var named = cluster.Spec.Workloads.SelectMany(workload => workload.Objects).OfType<Pod>().Where(pod => pod.IsAssigned)
            .Select(pod => pod.Key).ToHashSet();
        var active = cluster.Pods.Where(pod => pod.IsActive).ToLookup(pod => (
            IsDaemon: pod.Metadata.CreatedBy is { Kind: "DaemonSet" },
            IsPinned: named.Contains(pod.Key)));
        _daemons = [.. active[(true, false)]];
        _pinned = [.. active[(false, true)]];
        _pods = [.. active[(false, false)].Select(pod => pod with { Spec = pod.Spec with { NodeName = "" } })];
        var chosen = _pinned.Select(pod => pod.NodeName).ToHashSet(StringComparer.Ordinal);
        Removable = [.. cluster.Nodes.Select(node => node.Name).Where(name => !chosen.Contains(name))];
        PinnedNodes = cluster.NodeCount - Removable.Count;
    }

    /// <summary>Names of the nodes that could be removed, in name order: all but those that users have chosen for a pod.</summary>
    public IReadOnlyList<string> Removable { get; }

    /// <summary>Nodes that users have chosen for a pod.</summary>
    public int PinnedNodes { get; }

    /// <summary>Pods that are to be placed: all but daemons and those whose users have chosen the node.</summary>
    public int PodCount => _pods.Count;

    /// <summary>Whether all pods but so many find a place without these nodes.</summary>
    public bool Fits(IReadOnlySet<string> removed, int unplacedMax)
    {
        var placing = On(removed);
        var unplaced = 0;
        foreach (var pod in _pods)
        {
            if (!placing.Place(pod) && ++unplaced > unplacedMax) return false;
        }

        return true;
    }

    /// <summary>No more nodes can be removed, by arithmetic: what pods request has to lie somewhere.</summary>
    /// <param name="removable">Which nodes could be.</param>
    public int RemovableMax(IReadOnlyList<string> removable, int unplacedMax)
    {
        var nodes = _cluster.Nodes.ToDictionary(node => node.Name, node => node.Status.Allocatable, StringComparer.Ordinal);
        var facts = _pods.Select(pod => PodFacts.Of(pod.Spec)).ToList();
        var cpu = Spare(
            [.. nodes.Values.Select(Cpu)], removable.Select(name => Cpu(nodes[name])), facts.Select(pod => pod.MilliCpu), unplacedMax);
        var memory = Spare(
            [.. nodes.Values.Select(Memory)], removable.Select(name => Memory(nodes[name])), facts.Select(pod => pod.Memory), unplacedMax);
        return Math.Min(cpu, memory);

        static long Cpu(ResourceList node) => node.MilliValue(ResourceNames.Cpu);

        static long Memory(ResourceList node) => node.Value(ResourceNames.Memory);
    }

    /// <summary>As many of the smallest as leave room for all but the largest pods.</summary>
    private static int Spare(IReadOnlyList<long> nodes, IEnumerable<long> removable, IEnumerable<long> pods, int unplacedMax)
    {
        var spare = nodes.Sum() - pods.OrderDescending().Skip(unplacedMax).Sum();
        return removable.Order().TakeWhile(size => (spare -= size) >= 0).Count();
    }

    /// <summary>Those that find no place without these nodes, and why.</summary>
    public IReadOnlyList<UnplacedPods> Unplaced(IReadOnlySet<string> removed)
    {
        var placing = On(removed);
        foreach (var pod in _pods) placing.PlaceOrNote(pod);
        return placing.Unplaced;
    }

    private Placing On(IReadOnlySet<string> removed) => new(
        _cluster,
        _cluster.Nodes.Where(node => !removed.Contains(node.Name)),
        _daemons.Concat(_pinned).Where(pod => !removed.Contains(pod.NodeName)));
}
