using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>Volumes of pods, and the sources that they share with persistent volumes.</summary>
internal static class VolumeWriter
{
    public static JsonObject Write(Volume volume)
    {
        var named = new JsonObject().Text("name", volume.Name);
        if (volume.Details is { Count: > 0 } sources) named.Sources(sources);
        named.Disks(volume.GcePersistentDisk, volume.AwsElasticBlockStore, volume.Nfs, volume.HostPath);
        if (volume.ClaimName is { } claim && !named.ContainsKey("persistentVolumeClaim"))
        {
            named["persistentVolumeClaim"] = new JsonObject { ["claimName"] = claim };
        }
        if (volume.Data is { } data) named[data.Kind == "ConfigMap" ? "configMap" : "secret"] = WriteData(data);
        if (named.Count == 1) named["emptyDir"] = new JsonObject();
        return named;
    }

    public static JsonObject Disks(
        this JsonObject to, GcePersistentDisk? gce, AwsElasticBlockStore? aws, Nfs? nfs, HostPath? folder)
    {
        if (gce is not null) to["gcePersistentDisk"] ??= new JsonObject { ["pdName"] = gce.PdName }.Flag("readOnly", gce.ReadOnly);
        if (aws is not null) to["awsElasticBlockStore"] ??= new JsonObject { ["volumeID"] = aws.VolumeId }.Flag("readOnly", aws.ReadOnly);
        if (nfs is not null) to["nfs"] ??= new JsonObject { ["server"] = nfs.Server, ["path"] = nfs.Path };
        if (folder is not null) to["hostPath"] ??= new JsonObject { ["path"] = folder.Path };
        return to;
    }

    /// <summary>As a manifest names them; of a list only how many items it has is known, so that it is left out.</summary>
    public static JsonObject Sources(this JsonObject to, IReadOnlyList<VolumeSource> sources)
    {
        foreach (var source in sources)
        {
            var fields = new JsonObject();
            foreach (var (name, text) in source.Fields.Pairs)
            {
                if (name is "items" or "monitors" or "targetWWNs" or "portals") continue;
                fields[name] = text is "true" or "false" ? text == "true" : Fields.Either(text, IsText(name));
            }

            to[source.Key] = fields.List("items", source.Items, WriteItem);
        }

        return to;
    }

    private static bool IsText(string field) => field is not ("lun" or "partition" or "defaultMode");

    private static JsonObject WriteData(DataReference data) => new JsonObject
    {
        [data.Kind == "ConfigMap" ? "name" : "secretName"] = data.Name,
    }.List("items", data.Keys, key => new JsonObject { ["key"] = key, ["path"] = key });

    private static JsonObject WriteItem(DownwardItem item) => new JsonObject { ["path"] = item.Path }
        .Node("fieldRef", item.Field is { } field ? ContainerWriter.WriteField(field) : null)
        .Node("resourceFieldRef", item.Resource is { } resource ? ContainerWriter.WriteResource(resource) : null);
}
