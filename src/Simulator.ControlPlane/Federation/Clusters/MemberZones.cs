using Simulator.Api;
using Simulator.ControlPlane.Federation.Dns;

namespace Simulator.ControlPlane.Federation.Clusters;

/// <summary>Where a cluster lies, by the labels of its nodes (getZoneNames in cluster_client.go of 1.3.10).</summary>
public static class MemberZones
{
    /// <returns>Nowhere if a node has no zone, or the first one no region.</returns>
    public static ClusterPlace Of(IReadOnlyList<ApiObject> nodes)
    {
        var zones = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (!node.Metadata.Labels.TryGetValue(WellKnownLabels.Zone, out var zone)) return ClusterPlace.Nowhere;
            zones.Add(zone);
        }

        if (nodes.Count == 0) return ClusterPlace.Nowhere;
        return nodes[0].Metadata.Labels.TryGetValue(WellKnownLabels.Region, out var region)
            ? new ClusterPlace([.. zones], region)
            : ClusterPlace.Nowhere;
    }
}
