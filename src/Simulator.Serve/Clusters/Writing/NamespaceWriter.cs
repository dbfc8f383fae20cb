using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 Namespace.</summary>
internal static class NamespaceWriter
{
    public static JsonObject Write(Namespace home, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(home.Metadata, setting),
        ["spec"] = new JsonObject().Texts("finalizers", home.Finalizers),
        ["status"] = new JsonObject { ["phase"] = home.Phase.ToString() },
    };
}
