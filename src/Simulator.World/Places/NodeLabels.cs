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

    /// <summary>In a value it stands for the node's name.</summary>
    public const string NameMark = "{name}";

    /// <param name="hostname">Null: the name.</param>
    public static LabelSet Of(ClusterSpec cluster, NodePoolSpec pool, string name, string zone, string? hostname = null)
    {
        var place = new NodePlace(cluster, pool, hostname ?? name, zone);
        var labels = Named(pool.Labels, name);
        if (pool.HasOnlyItsLabels) return hostname is "" ? labels : labels.With(WellKnownLabels.Hostname, hostname ?? name);
        foreach (var row in Table)
        {
            var value = row.Of(place);
            if (value.Length > 0 && !(row.IsOverwritten && pool.Labels.ContainsKey(row.Label))) labels = labels.With(row.Label, value);
        }

        return labels;
    }

    private static LabelSet Named(LabelSet labels, string name)
    {
        foreach (var (label, value) in labels)
        {
            if (value.Contains(NameMark, StringComparison.Ordinal))
            {
                labels = labels.With(label, value.Replace(NameMark, name, StringComparison.Ordinal));
            }
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
                if (labels[label] != wanted && !wanted.Contains(NameMark, StringComparison.Ordinal))
                {
                    yield return (label, wanted, labels[label]);
                }
            }
        }
    }

    /// <param name="Of">"": a node has no such label.</param>
    private sealed record Row(string Label, Func<NodePlace, string> Of, bool IsOverwritten);

    private readonly record struct NodePlace(ClusterSpec Cluster, NodePoolSpec Pool, string Name, string Zone);
}
