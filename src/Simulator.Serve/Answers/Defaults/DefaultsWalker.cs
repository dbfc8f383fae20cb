using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Defaults;

/// <summary>Fills in what a client left out: the defaults of each struct, from the outside in.</summary>
public static class DefaultsWalker
{
    /// <summary>A document in the shape of its structs, with their defaults.</summary>
    /// <exception cref="DecodeException">A value of a wrong type.</exception>
    public static JsonObject Complete(StructType type, JsonObject given)
    {
        var shaped = Shaper.Shape(type, given);
        Fill(type, shaped);
        return Shaper.Shape(type, shaped);
    }

    private static void Fill(StructType type, JsonObject value)
    {
        DefaultsTable.Find(type.Name)?.Invoke(value);
        foreach (var field in type.Fields)
        {
            if (value[field.Name] is { } inside) Fill(field.Type, inside);
        }
    }

    private static void Fill(FieldType type, JsonNode value)
    {
        if (type.Kind == FieldKind.Struct && value is JsonObject fields) Fill(type.Struct!, fields);
        else if (type.Element is { Kind: FieldKind.Struct } element)
        {
            foreach (var item in value.Objects()) Fill(element.Struct!, item);
        }
    }
}
