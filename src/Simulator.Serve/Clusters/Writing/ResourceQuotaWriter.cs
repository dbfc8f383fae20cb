using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 ResourceQuota.</summary>
internal static class ResourceQuotaWriter
{
    public static JsonObject Write(ResourceQuota quota, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(quota.Metadata, setting),
        ["spec"] = new JsonObject()
            .Amounts("hard", quota.Hard)
            .Texts("scopes", [.. quota.Scopes.Select(scope => scope.ToString()), .. quota.UnknownScopes]),
        ["status"] = new JsonObject().Amounts("hard", quota.Status.Hard).Amounts("used", quota.Status.Used),
    };
}
