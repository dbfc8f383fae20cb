using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 PersistentVolume.</summary>
internal static class PersistentVolumeWriter
{
    public static JsonObject Write(PersistentVolume volume, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(volume.Metadata, setting),
        ["spec"] = new JsonObject()
            .Amounts("capacity", volume.Capacity)
            .Sources(volume.Sources ?? [])
            .Disks(volume.GcePersistentDisk, volume.AwsElasticBlockStore, volume.Nfs, volume.HostPath)
            .Texts("accessModes", volume.AccessModes)
            .Node("claimRef", volume.ClaimRef is { } claim ? WriteClaim(claim) : null)
            .Text("persistentVolumeReclaimPolicy", volume.ReclaimPolicy),
        ["status"] = new JsonObject { ["phase"] = volume.Phase.ToString() },
    };

    private static JsonObject WriteClaim(ClaimReference claim) => new JsonObject
    {
        ["kind"] = "PersistentVolumeClaim",
        ["namespace"] = claim.Key.Namespace,
        ["name"] = claim.Key.Name,
    }.Text("uid", claim.Uid).Set("apiVersion", "v1");
}
