using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Files;

/// <summary>Writes JSON as YAML for people: in blocks, keys in their order, quotes only where they are needed.</summary>
internal static class YamlText
{
    /// <summary>An object as a document of its own.</summary>
    public static void Write(JsonObject document, TextWriter text)
    {
        text.Write("---\n");
        WriteMap(document, 0, text);
    }

    private static void WriteMap(JsonObject map, int indent, TextWriter text)
    {
        foreach (var (key, value) in map)
        {
            Indent(indent, text);
            text.Write(YamlScalar.Of(key));
            text.Write(':');
            WriteBelow(value, indent, text);
        }
    }

    private static void WriteBelow(JsonNode? value, int indent, TextWriter text)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } map:
                text.Write('\n');
                WriteMap(map, indent + 2, text);
                break;
            case JsonArray { Count: > 0 } list:
                text.Write('\n');
                foreach (var item in list) WriteItem(item, indent, text);
                break;
            default:
                text.Write(' ');
                text.Write(ScalarOf(value));
                text.Write('\n');
                break;
        }
    }

    private static void WriteItem(JsonNode? item, int indent, TextWriter text)
    {
        Indent(indent, text);
        text.Write("- ");
        if (item is not JsonObject { Count: > 0 } map)
        {
            text.Write(item is JsonArray { Count: > 0 } ? item.ToJsonString(RelaxedJson.Options) : ScalarOf(item));
            text.Write('\n');
            return;
        }

        using var lines = new StringWriter { NewLine = "\n" };
        WriteMap(map, indent + 2, lines);
        text.Write(lines.ToString()[(indent + 2)..]);
    }

    private static string ScalarOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => YamlScalar.Of(text),
        _ => value.ToJsonString(),
    };

    private static void Indent(int indent, TextWriter text)
    {
        for (var i = 0; i < indent; i++) text.Write(' ');
    }
}
