using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>Which places of a scenario a rate is about.</summary>
internal static class TroublePlaces
{
    /// <summary>What troubles of a kind may strike as a whole, from the smallest to the largest.</summary>
    public static IReadOnlyList<TroublePer> Allowed(OutageKind kind) => OutageKinds.Of(kind).Reach switch
    {
        OutageReach.Machines => [TroublePer.Node, TroublePer.Rack, TroublePer.PowerUnit, TroublePer.Zone, TroublePer.Region],
        OutageReach.TwoZones => [TroublePer.ZonePair],
        OutageReach.Instances => [TroublePer.Instance, TroublePer.Cluster],
        OutageReach.Federation => [TroublePer.Federation],
        _ => [TroublePer.Cluster],
    };

    /// <summary>Strata of a rate: one for each cluster, or region, that has such places.</summary>
    public static IEnumerable<TroubleClass> ClassesOf(TroubleRate rate, Scenario scenario)
    {
        if (rate.Per == TroublePer.Federation)
        {
            return scenario.Federation is null ? [] : [new TroubleClass(rate, FederationSpec.Site, [FederationSpec.Site], TimeSpan.Zero)];
        }

        var clusters = scenario.Clusters.Where(cluster => rate.Cluster.Length == 0 || cluster.Name == rate.Cluster);
        if (rate.Per != TroublePer.Region) return clusters.SelectMany(cluster => InCluster(rate, cluster));
        return clusters.Where(cluster => cluster.Region.Length > 0)
            .GroupBy(cluster => cluster.Region, StringComparer.Ordinal)
            .Select(region => new TroubleClass(rate, region.First().Name, [region.Key], region.First().Kubelet.BootDuration));
    }

    private static IEnumerable<TroubleClass> InCluster(TroubleRate rate, ClusterSpec cluster)
    {
        List<string> places = [.. PlacesIn(rate, cluster).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (places.Count > 0) yield return new TroubleClass(rate, cluster.Name, places, cluster.Kubelet.BootDuration);
    }

    private static IEnumerable<string> PlacesIn(TroubleRate rate, ClusterSpec cluster) => rate.Per switch
    {
        TroublePer.Node => Nodes(cluster, PlaceScope.Node),
        TroublePer.Rack => Nodes(cluster, PlaceScope.Rack),
        TroublePer.PowerUnit => Nodes(cluster, PlaceScope.PowerUnit),
        TroublePer.Zone => Nodes(cluster, PlaceScope.Zone),
        TroublePer.ZonePair => cluster.Zones.SelectMany((one, i) => cluster.Zones.Skip(i + 1).Select(other => $"{one}|{other}")),
        TroublePer.Instance => Enumerable.Range(0, InstancesOf(rate.Kind, cluster)).Select(number => $"{number}"),
        _ => rate.Kind == OutageKind.ClusterAutoscalerDown && cluster.Autoscaler is null ? [] : [cluster.Name],
    };

    private static IEnumerable<string> Nodes(ClusterSpec cluster, PlaceScope scope) =>
        NodeFactory.NodesOf(cluster).Select(placed => placed.NameOf(scope));

    private static int InstancesOf(OutageKind kind, ClusterSpec cluster) => kind switch
    {
        OutageKind.EtcdDown => cluster.Masters.EtcdMembers,
        OutageKind.ClusterAutoscalerDown => cluster.Autoscaler is null ? 0 : cluster.Autoscaler.Elects ? cluster.Masters.Count : 1,
        _ => cluster.Masters.Count,
    };
}
