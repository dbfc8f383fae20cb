using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>extensions/v1beta1 ReplicaSet.</summary>
internal static class ReplicaSetWriter
{
    public static JsonObject Write(ReplicaSet set, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Write(set.Metadata, setting),
        ["spec"] = new JsonObject { ["replicas"] = set.Replicas }
            .Node("selector", SelectorWriter.Write(set.Selector))
            .Set("template", PodSpecWriter.Write(set.Template)),
        ["status"] = ReplicaStatusWriter.Write(set.Status),
    };
}
