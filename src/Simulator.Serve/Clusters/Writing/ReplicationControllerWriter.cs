using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 ReplicationController.</summary>
internal static class ReplicationControllerWriter
{
    public static JsonObject Write(ReplicationController controller, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Write(controller.Metadata, setting),
        ["spec"] = new JsonObject { ["replicas"] = controller.Replicas }
            .Map("selector", controller.Selector)
            .Set("template", PodSpecWriter.Write(controller.Template)),
        ["status"] = ReplicaStatusWriter.Write(controller.Status),
    };
}
