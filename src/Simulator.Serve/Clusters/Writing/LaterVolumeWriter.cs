using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>Volumes and claims with the fields of 1.20.2.</summary>
internal static class LaterVolumeWriter
{
    public static JsonObject Write(PersistentVolume volume, Setting setting)
    {
        var written = PersistentVolumeWriter.Write(volume, setting);
        written["spec"]!.AsObject()
            .Text("storageClassName", volume.StorageClassName)
            .Set("volumeMode", ModeOf(volume.VolumeMode))
            .Node("nodeAffinity", volume.NodeAffinity is { } nodes
                ? new JsonObject { ["required"] = AffinityWriter.Write(nodes) }
                : null);
        return written;
    }

    public static JsonObject Write(PersistentVolumeClaim claim, Setting setting)
    {
        var written = PersistentVolumeClaimWriter.Write(claim, setting);
        written["spec"]!.AsObject().Node("storageClassName", claim.StorageClassName).Set("volumeMode", ModeOf(claim.VolumeMode));
        return written;
    }

    private static string ModeOf(string mode) => mode.Length > 0 ? mode : "Filesystem";
}
