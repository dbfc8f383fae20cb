using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>apps/v1 StatefulSet, and the revisions of templates that it and daemon sets keep.</summary>
internal static class StatefulSetWriter
{
    public static JsonObject Write(PetSet set, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Write(set.Metadata, setting),
        ["spec"] = new JsonObject { ["replicas"] = set.Replicas }
            .Node("selector", SelectorWriter.Write(set.Selector))
            .Set("template", LaterSpecWriter.Write(set.Template))
            .List("volumeClaimTemplates", set.VolumeClaimTemplates, claim => Claim(claim, setting))
            .Set("serviceName", set.ServiceName)
            .Set("podManagementPolicy", set.PodManagementPolicy)
            .Set("updateStrategy", new JsonObject { ["type"] = set.UpdateStrategy }
                .Node("rollingUpdate", set.Partition is { } first ? new JsonObject { ["partition"] = first } : null))
            .Set("revisionHistoryLimit", set.RevisionHistoryLimit),
        ["status"] = WriteStatus(set.Status),
    };

    /// <summary>Its data is a patch that puts the template back.</summary>
    public static JsonObject Write(ControllerRevision revision, Setting setting)
    {
        var template = LaterSpecWriter.Write(revision.Template);
        template["$patch"] = "replace";
        return new JsonObject
        {
            ["metadata"] = MetaWriter.Uncounted(revision.Metadata, setting),
            ["data"] = new JsonObject { ["spec"] = new JsonObject { ["template"] = template } },
            ["revision"] = revision.Revision,
        };
    }

    private static JsonObject Claim(PersistentVolumeClaim claim, Setting setting) =>
        LaterVolumeWriter.Write(claim, setting)
            .Set("kind", "PersistentVolumeClaim")
            .Set("apiVersion", "v1");

    private static JsonObject WriteStatus(PetSetStatus status) => new JsonObject { ["replicas"] = status.Replicas }
        .Number("observedGeneration", status.ObservedGeneration)
        .Number("readyReplicas", status.ReadyReplicas)
        .Number("currentReplicas", status.CurrentReplicas)
        .Number("updatedReplicas", status.UpdatedReplicas)
        .Text("currentRevision", status.CurrentRevision)
        .Text("updateRevision", status.UpdateRevision)
        .Node("collisionCount", status.CollisionCount);
}
