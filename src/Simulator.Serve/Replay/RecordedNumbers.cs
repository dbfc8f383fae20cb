using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Replay;

/// <summary>Numbers of recordings, whole or not.</summary>
internal static class RecordedNumbers
{
    public static double Of(JsonNode? node)
    {
        if (node.AsNumber() is { } whole) return whole;
        return node is JsonValue value && value.TryGetValue<double>(out var number) ? number : 0;
    }
}
