using System.Text.Json.Nodes;

namespace Simulator.Serve.Resources.Fields;

/// <summary>
/// Brings a document into the shape that 1.3.10 gives back after it has read it into its structs: fields in their order, unknown ones gone,
/// empty ones left out or written as their json tags say, quantities in their canonical form.
/// </summary>
public static class Shaper
{
    /// <exception cref="DecodeException">A value of a wrong type.</exception>
    public static JsonObject Shape(StructType type, JsonObject given) => ShapeStruct(type, given, new Stack<object>());

    private static JsonObject ShapeStruct(StructType type, JsonObject given, Stack<object> path)
    {
        var result = new JsonObject();
        foreach (var field in type.Fields)
        {
            path.Push(field.Name);
            Put(result, field, ShapeValue(field.Type, given[field.Name], path));
            path.Pop();
        }

        return result;
    }

    private static void Put(JsonObject result, Field field, JsonNode? value)
    {
        if (field.IsPointer)
        {
            if (value is not null || !field.OmitsEmpty) result[field.Name] = value;
        }
        else if (!field.OmitsEmpty || !EmptyValues.IsEmpty(field.Type, value)) result[field.Name] = value ?? EmptyValues.Of(field.Type);
    }

    private static JsonNode? ShapeValue(FieldType type, JsonNode? given, Stack<object> path) => given is null ? null : type.Kind switch
    {
        FieldKind.Struct => given is JsonObject fields ? ShapeStruct(type.Struct!, fields, path) : throw ScalarShapes.NotAStruct(path),
        FieldKind.List => given is JsonArray items ? ShapeList(type, items, path) : throw ScalarShapes.NotAList(given, path),
        FieldKind.Map => given is JsonObject pairs ? ShapeMap(type, pairs, path) : throw ScalarShapes.Unexpected('{', given, path),
        _ => ScalarShapes.Shape(type.Kind, given, path),
    };

    private static JsonArray ShapeList(FieldType type, JsonArray items, Stack<object> path)
    {
        var result = new JsonArray();
        for (var i = 0; i < items.Count; i++)
        {
            path.Push(i);
            result.Add(ShapeValue(type.Element!, items[i], path) ?? EmptyValues.Of(type.Element!));
            path.Pop();
        }

        return result;
    }

    /// <summary>Go writes the keys of a map in their order.</summary>
    private static JsonObject ShapeMap(FieldType type, JsonObject pairs, Stack<object> path)
    {
        var result = new JsonObject();
        foreach (var (key, value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            path.Push(key);
            result[key] = ShapeValue(type.Element!, value, path) ?? EmptyValues.Of(type.Element!);
            path.Pop();
        }

        return result;
    }
}
