using Simulator.Api;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Nodes;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>Which machines of a cluster a trouble strikes.</summary>
internal sealed class OutageTargets(Topology topology, ObjectStore store)
{
    /// <summary>All places of a scope, in name order.</summary>
    public IReadOnlyList<string> Places(PlaceScope scope) => topology.Places(scope);

    /// <summary>The share of the place's machines that is struck: in name order, at least one.</summary>
    public List<SimulatedNode> Drawn(OutageSpec outage, RandomStream stream)
    {
        List<SimulatedNode> nodes = outage.Where is { } place ? [.. topology.In(place)] : [];
        Draw(nodes, outage.Share, stream);
        return nodes;
    }

    /// <summary>Machines that are down when a cluster is made, by name.</summary>
    public static List<string> DownFromTheStart(ClusterSpec cluster, OutageSpec outage, RandomStream stream)
    {
        var place = outage.Where!;
        List<string> names = [.. NodeFactory.NodesOf(cluster)
            .Where(IsThere)
            .Select(placed => placed.Node.Name)
            .Order(StringComparer.Ordinal)];
        Draw(names, outage.Share, stream);
        return names;

        bool IsThere(NodeFactory.Placed placed) =>
            place.Scope is PlaceScope.Cluster or PlaceScope.Region || place.Names.Contains(placed.NameOf(place.Scope));
    }

    /// <summary>The trouble with a place that can be struck; null if its pod is bound to no node.</summary>
    public OutageSpec? Found(OutageSpec outage)
    {
        if (outage.Where is not { Scope: PlaceScope.NodeOfPod } place) return outage;
        var name = place.Names[0].Split('/');
        return store.Find<Pod>("Pod", new ObjectKey(name[0], name[1])) is { IsAssigned: true } pod
            && topology.Find(pod.NodeName) is { } node
            ? outage with { Where = new Place(PlaceScope.Node, node.Name) { Found = place.Title } }
            : null;
    }

    private static void Draw<T>(List<T> all, double share, RandomStream stream)
    {
        var wanted = Math.Min(all.Count, Math.Max(1, (int)Math.Round(share * all.Count)));
        while (all.Count > wanted) all.RemoveAt(stream.NextInt(all.Count));
    }
}
