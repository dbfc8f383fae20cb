using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Writing;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>Documents as 1.3.10's library for swagger writes them: two spaces, then one more a level.</summary>
internal static class SwaggerText
{
    public static string Write(JsonObject document)
    {
        var text = new StringBuilder();
        Write(document, 0, text);
        return text.ToString();
    }

    private static void Write(JsonNode? node, int depth, StringBuilder text)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } fields:
                WriteAll(
                '{', [.. fields.Select(field => (GoJson.Quoted(field.Key) + ": ", field.Value))], '}', depth, text); break;
            case JsonArray { Count: > 0 } items: WriteAll('[', [.. items.Select(item => ("", item))], ']', depth, text); break;
            default: text.Append(Encoding.UTF8.GetString(GoJson.Write(node, isIndented: false))); break;
        }
    }

    private static void WriteAll(char open, List<(string Key, JsonNode? Value)> all, char close, int depth, StringBuilder text)
    {
        text.Append(open);
        for (var i = 0; i < all.Count; i++)
        {
            if (i > 0) text.Append(',');
            Line(depth + 1, text);
            text.Append(all[i].Key);
            Write(all[i].Value, depth + 1, text);
        }

        Line(depth, text);
        text.Append(close);
    }

    private static void Line(int depth, StringBuilder text) => text.Append('\n').Append(' ', depth + 1);
}
