using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>storage.k8s.io/v1 StorageClass and CSINode.</summary>
internal static class StorageClassWriter
{
    public static JsonObject Write(StorageClass storage, Setting setting) => new JsonObject
    {
        ["metadata"] = MetaWriter.Uncounted(storage.Metadata, setting),
        ["provisioner"] = storage.Provisioner,
        ["reclaimPolicy"] = storage.ReclaimPolicy.Length > 0 ? storage.ReclaimPolicy : "Delete",
        ["volumeBindingMode"] = storage.VolumeBindingMode.Length > 0 ? storage.VolumeBindingMode : "Immediate",
    }.List("allowedTopologies", storage.AllowedTopologies, term => new JsonObject()
        .List("matchLabelExpressions", term.MatchLabelExpressions, label => new JsonObject { ["key"] = label.Key }
            .Texts("values", label.Values)));

    public static JsonObject Write(CsiNode node, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(node.Metadata, setting),
        ["spec"] = new JsonObject { ["drivers"] = new JsonArray([.. node.Drivers.Select(driver => (JsonNode)Write(driver, node.Name))]) },
    };

    private static JsonObject Write(CsiDriver driver, string node) => new JsonObject
    {
        ["name"] = driver.Name,
        ["nodeID"] = node,
        ["topologyKeys"] = null,
    }.Node("allocatable", driver.MaxVolumes is { } most ? new JsonObject { ["count"] = most } : null);
}
