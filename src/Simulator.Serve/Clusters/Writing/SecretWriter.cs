using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 Secret. Of one that stands in the scenario only the keys are known.</summary>
internal static class SecretWriter
{
    public static JsonObject Write(Secret secret, Setting setting) => new JsonObject
    {
        ["metadata"] = MetaWriter.Uncounted(secret.Metadata, setting),
    }.Map("data", LabelSet.Of([.. secret.Keys.Select(key => (key, ""))])).Set("type", secret.Type.Length > 0 ? secret.Type : "Opaque");
}
