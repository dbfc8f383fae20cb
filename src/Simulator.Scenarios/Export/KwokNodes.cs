using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Export;

/// <summary>The nodes of a cluster as objects that KWOK takes for its own (kwok.sigs.k8s.io, "Manage Nodes").</summary>
internal static class KwokNodes
{
    /// <summary>Who runs a real kubelet in the same cluster keeps others' pods away with it.</summary>
    public static readonly Taint Mark = new("kwok.x-k8s.io/node", "fake", "NoSchedule");

    private const string Managed = "kwok.x-k8s.io/node";

    /// <summary>What control planes after 1.17 select by, where a label of 1.3 says the same.</summary>
    private static readonly (string Old, string New)[] Renamed =
    [
        (WellKnownLabels.Zone, "topology.kubernetes.io/zone"), (WellKnownLabels.Region, "topology.kubernetes.io/region"),
        ("beta.kubernetes.io/arch", "kubernetes.io/arch"), ("beta.kubernetes.io/os", "kubernetes.io/os"),
        ("beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type"),
    ];

    /// <param name="isMarked">Each has the taint <see cref="Mark"/>, besides those of its pool.</param>
    public static IEnumerable<JsonObject> Of(ClusterSpec cluster, bool isMarked) => NodeFactory.NodesOf(cluster).Select(placed =>
    {
        var pool = cluster.NodePools.First(pool => pool.Name == placed.Pool);
        return Of(placed.Node, isMarked ? [.. pool.Taints, Mark] : pool.Taints);
    });

    private static JsonObject Of(Node node, IReadOnlyList<Taint> taints)
    {
        var (capacity, allocatable) = (Amounts(node.Status.Capacity), Amounts(node.Status.Allocatable));
        var manifest = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Node",
            ["metadata"] = new JsonObject
            {
                ["name"] = node.Name,
                ["annotations"] = new JsonObject { ["node.alpha.kubernetes.io/ttl"] = "0", [Managed] = "fake" },
                ["labels"] = Labels(node.Metadata.Labels),
            },
        };
        if (taints.Count > 0) manifest["spec"] = new JsonObject { ["taints"] = new JsonArray([.. taints.Select(Of)]) };
        manifest["status"] = new JsonObject { ["capacity"] = capacity, ["allocatable"] = allocatable, ["phase"] = "Running" };
        return manifest;
    }

    private static JsonObject Labels(LabelSet labels)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["type"] = "kwok" };
        foreach (var (key, value) in labels.Pairs) all[key] = value;
        foreach (var (old, @new) in Renamed)
        {
            if (all.TryGetValue(old, out var value)) all.TryAdd(@new, value);
        }

        return new JsonObject(all.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value)));
    }

    private static JsonObject Amounts(ResourceList resources)
    {
        var amounts = new JsonObject();
        foreach (var (name, amount) in resources.Amounts) amounts[name] = amount.ToString();
        return amounts;
    }

    private static JsonNode Of(Taint taint)
    {
        var node = new JsonObject { ["key"] = taint.Key, ["effect"] = taint.Effect };
        if (taint.Value.Length > 0) node["value"] = taint.Value;
        return node;
    }
}
