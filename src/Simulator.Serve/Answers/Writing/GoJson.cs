using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Serve.Answers.Writing;

/// <summary>
/// JSON as Go's encoding/json writes it: compact or indented by two spaces, with <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c> escaped.
/// </summary>
public static class GoJson
{
    public static byte[] Write(JsonNode? node, bool isIndented)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(node, isIndented, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text) => Encoding.UTF8.GetString(Write(JsonValue.Create(text), isIndented: false));

    public static void Write(JsonNode? node, bool isIndented, ArrayBufferWriter<byte> target) =>
        WriteValue(node, isIndented ? 0 : -1, target);

    /// <summary>With its colon.</summary>
    public static void WriteKey(string key, ArrayBufferWriter<byte> target)
    {
        WriteText(key, target);
        target.Write(":"u8);
    }

    /// <param name="depth">-1: compact.</param>
    private static void WriteValue(JsonNode? node, int depth, ArrayBufferWriter<byte> target)
    {
        switch (node)
        {
            case null: target.Write("null"u8); break;
            case JsonObject fields: WriteObject(fields, depth, target); break;
            case JsonArray items: WriteArray(items, depth, target); break;
            default: WriteScalar(node.AsValue(), target); break;
        }
    }

    private static void WriteObject(JsonObject fields, int depth, ArrayBufferWriter<byte> target)
    {
        target.Write("{"u8);
        var isFirst = true;
        foreach (var (key, value) in fields)
        {
            Begin(isFirst, depth, target);
            WriteText(key, target);
            target.Write(depth < 0 ? ":"u8 : ": "u8);
            WriteValue(value, Inside(depth), target);
            isFirst = false;
        }

        if (!isFirst) Line(depth, target);
        target.Write("}"u8);
    }

    private static void WriteArray(JsonArray items, int depth, ArrayBufferWriter<byte> target)
    {
        target.Write("["u8);
        var isFirst = true;
        foreach (var item in items)
        {
            Begin(isFirst, depth, target);
            WriteValue(item, Inside(depth), target);
            isFirst = false;
        }

        if (!isFirst) Line(depth, target);
        target.Write("]"u8);
    }

    private static int Inside(int depth) => depth < 0 ? -1 : depth + 1;

    private static void Begin(bool isFirst, int depth, ArrayBufferWriter<byte> target)
    {
        if (!isFirst) target.Write(","u8);
        Line(Inside(depth), target);
    }

    private static void Line(int depth, ArrayBufferWriter<byte> target)
    {
        if (depth < 0) return;
        target.Write("\n"u8);
        for (var i = 0; i < depth; i++) target.Write("  "u8);
    }

    private static void WriteScalar(JsonValue value, ArrayBufferWriter<byte> target)
    {
        if (value.GetValueKind() == JsonValueKind.String) WriteText(value.GetValue<string>(), target);
        else target.Write(Encoding.UTF8.GetBytes(value.ToJsonString()));
    }

    private static void WriteText(string text, ArrayBufferWriter<byte> target)
    {
        target.Write("\""u8);
        var rest = text.AsSpan();
        while (rest.IndexOfAny(GoEscapes.Special) is >= 0 and var at)
        {
            Utf8(rest[..at], target);
            Utf8(GoEscapes.Of(rest[at]), target);
            rest = rest[(at + 1)..];
        }

        Utf8(rest, target);
        target.Write("\""u8);
    }

    private static void Utf8(ReadOnlySpan<char> text, ArrayBufferWriter<byte> target)
    {
        var room = target.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        target.Advance(Encoding.UTF8.GetBytes(text, room));
    }
}
