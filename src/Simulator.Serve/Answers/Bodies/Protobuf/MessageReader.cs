using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Bodies.Protobuf;

/// <summary>A message as the object that the same client would have written in JSON. Fields that nobody knows are passed over.</summary>
internal static class MessageReader
{
    /// <summary>So deep may messages stand in each other: none of the table's needs half of it.</summary>
    private const int DepthMax = 64;

    /// <exception cref="WireException">It is cut off or broken.</exception>
    public static JsonObject Read(string name, ReadOnlySpan<byte> message)
    {
        var fields = new JsonObject();
        Read(name, message, fields, 0);
        return fields;
    }

    private static void Read(string name, ReadOnlySpan<byte> message, JsonObject into, int depth)
    {
        if (depth > DepthMax) throw new WireException("proto: too deep");
        var known = MessageTable.Find(name) ?? throw new WireException($"no kind \"{name}\" is registered");
        var parts = new WireReader(message);
        while (parts.Next() is > 0 and var number)
        {
            if (known.TryGetValue(number, out var field)) Take(field, parts, into, depth);
        }
    }

    private static void Take(MessageField field, in WireReader part, JsonObject into, int depth)
    {
        switch (field)
        {
            case { Name: null }: Read(field.Type, part.Bytes, into, depth + 1); break;
            case { Form: FieldForm.Map }:
                AddEntry(
                Inner(into, field.Name, static () => new JsonObject()), field.Type, part.Bytes, depth); break;
            case { Form: FieldForm.List }: AddItems(Inner(into, field.Name, static () => new JsonArray()), field.Type, part, depth); break;
            default: into[field.Name] = ValueOf(field.Type, part, depth); break;
        }
    }

    private static T Inner<T>(JsonObject into, string name, Func<T> make)
        where T : JsonNode
    {
        if (into[name] is T found) return found;
        var made = make();
        into[name] = made;
        return made;
    }

    /// <summary>An entry is a message of two fields: key and value.</summary>
    private static void AddEntry(JsonObject map, string type, ReadOnlySpan<byte> entry, int depth)
    {
        var (key, value) = ("", ValueOf(type, default, depth));
        var parts = new WireReader(entry);
        while (parts.Next() is > 0 and var number)
        {
            if (number == 1) key = parts.Text;
            else if (number == 2) value = ValueOf(type, parts, depth);
        }

        map[key] = value;
    }

    /// <summary>Numbers may be packed: one after the other in one part.</summary>
    private static void AddItems(JsonArray items, string type, in WireReader part, int depth)
    {
        if (type is not "int" || part.Bytes.IsEmpty)
        {
            items.Add(ValueOf(type, part, depth));
            return;
        }

        foreach (var number in WireReader.Packed(part.Bytes)) items.Add(JsonValue.Create((long)number));
    }

    private static JsonNode? ValueOf(string type, in WireReader part, int depth) => type switch
    {
        "string" => part.Text,
        "int" => (long)part.Number,
        "bool" => part.Number != 0,
        "double" => BitConverter.UInt64BitsToDouble(part.Number),
        "bytes" => Convert.ToBase64String(part.Bytes),
        "Quantity" => FirstText(part.Bytes),
        "Time" or "MicroTime" => TimeOf(part.Bytes),
        "IntOrString" => IntOrString(part.Bytes),
        "RawExtension" or "FieldsV1" => Raw(part.Bytes),
        _ => MessageOf(type, part.Bytes, depth),
    };

    private static JsonObject MessageOf(string type, ReadOnlySpan<byte> message, int depth)
    {
        var fields = new JsonObject();
        Read(type, message, fields, depth + 1);
        return fields;
    }

    private static string FirstText(ReadOnlySpan<byte> message)
    {
        var parts = new WireReader(message);
        return parts.Next() == 1 ? parts.Text : "";
    }

    /// <summary>Seconds since 1970 and nanoseconds; none at all is no time.</summary>
    private static JsonNode? TimeOf(ReadOnlySpan<byte> message)
    {
        long? seconds = null;
        var parts = new WireReader(message);
        while (parts.Next() is > 0 and var number)
        {
            if (number == 1) seconds = (long)parts.Number;
        }

        return seconds is >= -62135596800 and <= 253402300799 ? Timestamp.Of(DateTimeOffset.FromUnixTimeSeconds(seconds.Value)) : null;
    }

    /// <summary>Its kind (0: a number), the number, the text.</summary>
    private static JsonNode IntOrString(ReadOnlySpan<byte> message)
    {
        var (isText, number, text) = (false, 0L, "");
        var parts = new WireReader(message);
        while (parts.Next() is > 0 and var field)
        {
            if (field == 1) isText = parts.Number != 0;
            else if (field == 2) number = (int)parts.Number;
            else if (field == 3) text = parts.Text;
        }

        return isText ? JsonValue.Create(text) : JsonValue.Create(number);
    }

    private static JsonNode? Raw(ReadOnlySpan<byte> message)
    {
        var parts = new WireReader(message);
        return parts.Next() == 1 && !parts.Bytes.IsEmpty ? JsonTree.Read(parts.Bytes.ToArray()) : null;
    }
}
