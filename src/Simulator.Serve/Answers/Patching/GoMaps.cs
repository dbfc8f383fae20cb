using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Patching;

/// <summary>Values as Go's <c>%v</c> prints them: <c>map[a:1 b:[c d]]</c>.</summary>
internal static class GoMaps
{
    public static string Text(JsonNode? node) => node switch
    {
        null => "<nil>",
        JsonObject fields =>
            $"map[{string.Join(' ', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}:{Text(f.Value)}"))}]",
        JsonArray items => $"[{string.Join(' ', items.Select(Text))}]",
        _ => node.AsText() ?? node.ToJsonString(),
    };
}
