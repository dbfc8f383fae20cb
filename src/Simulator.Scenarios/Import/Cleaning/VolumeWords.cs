using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Scenarios.Import.Cleaning;

/// <summary>Volumes of later drivers in the words of 1.3: the disks of the same clouds, and their zones as labels.</summary>
internal static class VolumeWords
{
    private static readonly string[] ZoneKeys =
    [
        "topology.kubernetes.io/zone", WellKnownLabels.Zone, "topology.ebs.csi.aws.com/zone", "topology.gke.io/zone",
    ];

    public static void Say(JsonObject spec, JsonObject volume)
    {
        if (spec.Map("csi") is { } csi)
        {
            SayDisk(spec, csi.Text("driver"), csi.Text("volumeHandle"));
            csi.Remove(
                "volumeAttributes", "nodePublishSecretRef", "nodeStageSecretRef", "controllerPublishSecretRef",
                    "controllerExpandSecretRef");
        }
        spec.Map("flexVolume")?.Remove("options", "secretRef");
        SayZone(spec, volume);
    }

    private static void SayDisk(JsonObject spec, string driver, string handle)
    {
        if (handle.Length == 0) return;
        if (driver == "ebs.csi.aws.com") spec["awsElasticBlockStore"] = new JsonObject { ["volumeID"] = handle };
        else if (driver == "pd.csi.storage.gke.io") spec["gcePersistentDisk"] = new JsonObject { ["pdName"] = handle.Split('/')[^1] };
        else return;
        spec.Remove("csi");
    }

    private static void SayZone(JsonObject spec, JsonObject volume)
    {
        var zones = spec.Map("nodeAffinity").Map("required").Maps("nodeSelectorTerms")
            .SelectMany(term => term.Maps("matchExpressions"))
            .Where(term => ZoneKeys.Contains(term.Text("key")) && term["values"] is JsonArray { Count: 1 })
            .Select(term => term["values"]![0]!.ToString())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var metadata = volume.Map("metadata")!;
        if (zones.Count != 1 || metadata.Map("labels").Text(WellKnownLabels.Zone).Length > 0) return;
        var labels = metadata.Map("labels") ?? [];
        metadata["labels"] ??= labels;
        labels[WellKnownLabels.Zone] = zones[0];
    }
}
