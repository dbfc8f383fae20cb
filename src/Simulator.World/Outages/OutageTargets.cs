using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Nodes;
using Simulator.World.Places;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>Which machines a trouble strikes.</summary>
internal static class OutageTargets
{
    /// <summary>The share of the place's machines that is struck: in name order, at least one.</summary>
    public static List<SimulatedNode> Drawn(Occurrence occurrence, RandomStream stream)
    {
        var spec = occurrence.Spec;
        List<SimulatedNode> nodes = spec.Where is { } place ? [.. occurrence.Cluster.Topology.In(place)] : [];
        Draw(nodes, spec.Share, stream);
        return nodes;
    }

    /// <summary>Machines that are down when a cluster is made, by name.</summary>
    public static List<string> DownFromTheStart(ClusterSpec cluster, OutageSpec outage, RandomStream stream)
    {
        var place = outage.Where!;
        List<string> names = [.. NodeFactory.NodesOf(cluster).Where(IsThere).Select(placed => placed.Node.Name).Order(StringComparer.Ordinal)];
        Draw(names, outage.Share, stream);
        return names;

        bool IsThere(NodeFactory.Placed placed) => place.Scope is PlaceScope.Cluster or PlaceScope.Region || place.Names.Contains(placed.NameOf(place.Scope));
    }

    /// <summary>The trouble with a place that can be struck; null if its pod is bound to no node.</summary>
    public static OutageSpec? Found(OutageSpec outage, SimulatedCluster cluster)
    {
        if (outage.Where is not { Scope: PlaceScope.NodeOfPod } place) return outage;
        var name = place.Names[0].Split('/');
        return cluster.Store.Find<Pod>("Pod", new ObjectKey(name[0], name[1])) is { IsAssigned: true } pod && cluster.Topology.Find(pod.NodeName) is { } node
            ? outage with { Where = new Place(PlaceScope.Node, node.Name) { Found = place.Title } }
            : null;
    }

    private static void Draw<T>(List<T> all, double share, RandomStream stream)
    {
        var wanted = Math.Min(all.Count, Math.Max(1, (int)Math.Round(share * all.Count)));
        while (all.Count > wanted) all.RemoveAt(stream.NextInt(all.Count));
    }
}
