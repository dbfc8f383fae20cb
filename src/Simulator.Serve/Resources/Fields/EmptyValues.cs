using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Resources.Fields;

/// <summary>What Go's encoding/json takes for empty, and what it writes where nothing was given.</summary>
internal static class EmptyValues
{
    /// <summary>Structs, also those behind quantities, times and ports, are never empty.</summary>
    public static bool IsEmpty(FieldType type, JsonNode? value) => type.Kind switch
    {
        FieldKind.Text or FieldKind.Bytes => value is null || value.AsText() is "",
        FieldKind.Flag => !value.IsTrue(),
        FieldKind.Int32 or FieldKind.Int64 => value.AsNumber() is null or 0,
        FieldKind.List => value is not JsonArray { Count: > 0 },
        FieldKind.Map => value is not JsonObject { Count: > 0 },
        _ => false,
    };

    public static JsonNode? Of(FieldType type) => type.Kind switch
    {
        FieldKind.Text => "",
        FieldKind.Flag => false,
        FieldKind.Int32 or FieldKind.Int64 or FieldKind.IntOrText => 0L,
        FieldKind.Quantity => "0",
        FieldKind.Struct => Shaper.Shape(type.Struct!, []),
        _ => null,
    };
}
