using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Serve.Answers.Patching;

/// <summary>How Go's encoding/json names what it found.</summary>
internal static class GoTypes
{
    public static string Word(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        _ => "bool",
    };
}
