using System.Text.Json.Nodes;

namespace Simulator.Serve.Access.Rbac;

/// <summary>Texts of documents that the API has checked; what is absent or no text is empty.</summary>
internal static class RoleText
{
    public static string Text(JsonNode? node, string key) =>
        node is JsonObject fields && fields[key] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    public static IReadOnlyList<string> Texts(JsonObject fields, string key) =>
        fields[key] is JsonArray items ? [.. items.OfType<JsonValue>().Select(item => item.TryGetValue(out string? text) ? text : "")] : [];
}
