using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>apps/v1alpha1 PetSet.</summary>
internal static class PetSetWriter
{
    public static JsonObject Write(PetSet set, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Write(set.Metadata, setting),
        ["spec"] = new JsonObject { ["replicas"] = set.Replicas }
            .Node("selector", SelectorWriter.Write(set.Selector))
            .Set("template", PodSpecWriter.Write(set.Template))
            .List("volumeClaimTemplates", set.VolumeClaimTemplates, claim => PersistentVolumeClaimWriter.Write(claim, setting))
            .Set("serviceName", set.ServiceName),
        ["status"] = new JsonObject { ["replicas"] = set.Status.Replicas },
    };
}
