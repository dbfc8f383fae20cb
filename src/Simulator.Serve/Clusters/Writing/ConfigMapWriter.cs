using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 ConfigMap. Of one that stands in the scenario only the keys are known.</summary>
internal static class ConfigMapWriter
{
    public static JsonObject Write(ConfigMap map, Setting setting) => new JsonObject
    {
        ["metadata"] = MetaWriter.Uncounted(map.Metadata, setting),
    }.Map("data", LabelSet.Of([.. map.Keys.Select(key => (key, ""))]));
}
