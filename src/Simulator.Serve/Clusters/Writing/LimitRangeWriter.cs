using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 LimitRange.</summary>
internal static class LimitRangeWriter
{
    public static JsonObject Write(LimitRange range, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(range.Metadata, setting),
        ["spec"] = new JsonObject { ["limits"] = new JsonArray([.. range.Limits.Select(Write)]) },
    };

    private static JsonObject Write(LimitRangeItem item) => new JsonObject
    {
        ["type"] = item.Type == LimitType.Other ? item.OtherType : item.Type.ToString(),
    }
        .Amounts("max", item.Max)
        .Amounts("min", item.Min)
        .Amounts("default", item.Default)
        .Amounts("defaultRequest", item.DefaultRequest)
        .Amounts("maxLimitRequestRatio", item.MaxLimitRequestRatio);
}
