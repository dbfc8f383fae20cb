using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.World.Places;

/// <summary>The labels that a kubelet of 1.3.10 writes on its node's object (initialNodeStatus in pkg/kubelet/kubelet.go).</summary>
/// <remarks>A pool's own labels are its kubelets' --node-labels: they overwrite what the kubelet says of its machine, not what the cloud
/// and the topology say.</remarks>
public static class NodeLabels
{
    private static readonly Row[] Table =
    [
        new(WellKnownLabels.Os, static _ => "linux", IsOverwritten: true),
        new(WellKnownLabels.Arch, static _ => "amd64", IsOverwritten: true),
        new(WellKnownLabels.Hostname, static place => place.Name, IsOverwritten: false),
        new(
            WellKnownLabels.InstanceType, static place => place.Cluster.ControllerManager.CloudProvider ? place.Pool.MachineType : "",
            IsOverwritten: false),
        new(WellKnownLabels.Zone, static place => place.Zone, IsOverwritten: false),
        new(WellKnownLabels.Region, static place => place.Cluster.Region, IsOverwritten: false),
    ];

    public static LabelSet Of(ClusterSpec cluster, NodePoolSpec pool, string name, string zone)
    {
        var place = new NodePlace(cluster, pool, name, zone);
        var labels = pool.Labels;
        foreach (var row in Table)
        {
            var value = row.Of(place);
            if (value.Length > 0 && !(row.IsOverwritten && pool.Labels.ContainsKey(row.Label))) labels = labels.With(row.Label, value);
        }

        return labels;
    }

    /// <summary>Labels of a pool that its nodes will not have as they are written there: each with what a node has instead.</summary>
    public static IEnumerable<(string Label, string Wanted, string Instead)> Contradictions(ClusterSpec cluster, NodePoolSpec pool)
    {
        foreach (var zone in pool.Zones ?? cluster.Zones)
        {
            var labels = Of(cluster, pool, $"{pool.Name}-0001", zone);
            foreach (var (label, wanted) in pool.Labels)
            {
                if (labels[label] != wanted) yield return (label, wanted, labels[label]);
            }
        }
    }

    /// <param name="Of">"": a node has no such label.</param>
    private sealed record Row(string Label, Func<NodePlace, string> Of, bool IsOverwritten);

    private readonly record struct NodePlace(ClusterSpec Cluster, NodePoolSpec Pool, string Name, string Zone);
}
