using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 ServiceAccount.</summary>
internal static class ServiceAccountWriter
{
    public static JsonObject Write(ServiceAccount account, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(account.Metadata, setting),
    };
}
