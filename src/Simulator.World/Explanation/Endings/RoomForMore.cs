using Simulator.Api;
using Simulator.ControlPlane.Controllers.DaemonSets;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.World.Views;

namespace Simulator.World.Explanation.Endings;

/// <summary>
/// How many nodes more would take pods that find no room: they are put on empty nodes one by one, by the scheduler's own predicates, beside
/// the daemons that run on every node.
/// </summary>
internal sealed class RoomForMore(IClusterView cluster, SchedulerView view)
{
    private readonly IReadOnlyList<SpareNode> _spares = SpareNodes.Of(cluster.Spec);

    /// <returns>"would fit with 3 more n1-standard-4"; "" if no node of any pool would take one.</returns>
    /// <param name="count">Pods like this one.</param>
    public string For(Pod pod, int count)
    {
        var kinds = _spares.GroupBy(spare => spare.Title, StringComparer.Ordinal)
            .Select(kind => Of(pod, count, [.. kind]))
            .OfType<string>()
            .ToList();
        return kinds.Count == 0 ? "" : $"would fit with {string.Join(" or ", kinds)}";
    }

    /// <summary>A pool that takes them in some of its zones only is named with those.</summary>
    private string? Of(Pod pod, int count, List<SpareNode> kind)
    {
        var rooms = kind.Select(spare => (spare.Zone, Room: RoomOn(spare, pod, count))).Where(entry => entry.Room > 0).ToList();
        if (rooms.Count == 0) return null;
        var more = (count + rooms[0].Room - 1) / rooms[0].Room;
        var where = rooms.Count == kind.Count ? "" : $" in {string.Join(" or ", rooms.Select(entry => entry.Zone))}";
        return $"{more} more {Named(kind[0], more)}{where}";
    }

    /// <summary>Pods that one empty node takes; more than are asked for are not tried.</summary>
    private int RoomOn(SpareNode spare, Pod pod, int count)
    {
        var (rule, cache) = view.Empty(cluster.Store);
        cache.SetNode(spare.Node);
        foreach (var daemon in Daemons(spare.Node)) cache.AddPod(daemon);
        for (var i = 0; i < count; i++)
        {
            if (!rule.Check(pod, cache.Find(spare.Node.Name)!).IsFit) return i;
            cache.AddPod(pod with
            {
                Metadata = pod.Metadata with { Name = $"{pod.Name}-{i}" },
                Spec = pod.Spec with { NodeName = spare.Node.Name },
            });
        }

        return count;
    }

    private IEnumerable<Pod> Daemons(Node node) => cluster.Store.List("DaemonSet").Cast<DaemonSet>()
        .Where(set => DaemonTargets.Of(set, [node], []).Count > 0)
        .Select(set => ControlledPod.From(set.Template, ControlledPod.ReferenceTo(set)))
        .Select((pod, i) => pod with
        {
            Metadata = pod.Metadata with { Name = $"daemon-{i}" },
            Spec = pod.Spec with { NodeName = node.Name },
        });

    /// <summary>A machine type by its name, another node by its pool.</summary>
    private string Named(SpareNode spare, int count)
    {
        var pool = cluster.Spec.NodePools.First(pool => spare.Title.StartsWith($"node of pool {pool.Name}", StringComparison.Ordinal));
        return pool.MachineType.Length > 0 ? pool.MachineType : $"{(count == 1 ? "node" : "nodes")} of pool {pool.Name}";
    }
}
