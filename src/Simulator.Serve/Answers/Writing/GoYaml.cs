using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Writing;

/// <summary>YAML as 1.3.10 writes it (github.com/ghodss/yaml over go-yaml): keys sorted, lists not indented.</summary>
public static class GoYaml
{
    public static byte[] Write(JsonNode? node)
    {
        var text = new StringBuilder();
        if (node is JsonObject { Count: > 0 } fields) WriteObject(fields, 0, text, isInline: false);
        else if (node is JsonArray { Count: > 0 } items) WriteArray(items, 0, text);
        else text.Append(Scalar(node, 0)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteObject(JsonObject fields, int depth, StringBuilder text, bool isInline)
    {
        foreach (var (key, value) in fields.OrderBy(pair => pair.Key, YamlKeyOrder.Instance))
        {
            if (!isInline) text.Append(' ', depth);
            isInline = false;
            text.Append(YamlScalars.Text(key, depth)).Append(':');
            WriteBelow(value, depth, text);
        }
    }

    private static void WriteBelow(JsonNode? value, int depth, StringBuilder text)
    {
        if (value is JsonObject { Count: > 0 } fields)
        {
            text.Append('\n');
            WriteObject(fields, depth + 2, text, isInline: false);
        }
        else if (value is JsonArray { Count: > 0 } items)
        {
            text.Append('\n');
            WriteArray(items, depth, text);
        }
        else text.Append(' ').Append(Scalar(value, depth + 2)).Append('\n');
    }

    private static void WriteArray(JsonArray items, int depth, StringBuilder text)
    {
        foreach (var item in items)
        {
            text.Append(' ', depth).Append('-');
            if (item is JsonObject { Count: > 0 } fields)
            {
                text.Append(' ');
                WriteObject(fields, depth + 2, text, isInline: true);
            }
            else if (item is JsonArray { Count: > 0 } inner) WriteBelow(inner, depth + 2, text);
            else text.Append(' ').Append(Scalar(item, depth + 2)).Append('\n');
        }
    }

    private static string Scalar(JsonNode? node, int depth) => node switch
    {
        null => "null",
        JsonObject => "{}",
        JsonArray => "[]",
        _ when node.GetValueKind() == JsonValueKind.String => YamlScalars.Text(node.AsText()!, depth),
        _ => node.ToJsonString(),
    };
}
