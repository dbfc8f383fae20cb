using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>Label selectors.</summary>
internal static class SelectorWriter
{
    public static JsonObject? Write(LabelSelector? selector) => selector is null ? null : new JsonObject()
        .Map("matchLabels", selector.MatchLabels)
        .List("matchExpressions", selector.MatchExpressions, Write);

    public static JsonObject Write(SelectorRequirement requirement) => new JsonObject
    {
        ["key"] = requirement.Key,
        ["operator"] = requirement.Operator,
    }.Texts("values", requirement.Values);
}
