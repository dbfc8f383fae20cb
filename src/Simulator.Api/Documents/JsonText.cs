using System.Globalization;
using System.Text;

namespace Simulator.Api.Documents;

/// <summary>Values as Go's encoding/json writes them into messages: keys sorted, &lt;, &gt; and &amp; escaped.</summary>
internal static class JsonText
{
    public const string Null = "null";

    public static string Of(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text) Write(letter, json);
        return json.Append('"').ToString();
    }

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool flag) => flag ? "true" : "false";

    /// <summary>A number, or text in quotes (IntOrString).</summary>
    public static string OfEither(string text, bool isText) => isText ? Of(text) : text;

    public static string Of(IReadOnlyList<string> texts) => List(texts.Select(Of));

    /// <summary>An empty map counts as absent.</summary>
    public static string Of(LabelSet map) => map.Count == 0 ? Null : Map(map.Select(pair => (pair.Key, Of(pair.Value))));

    public static string Of(ResourceList amounts) =>
        amounts.Amounts.Length == 0 ? Null : Map(amounts.Amounts.ToArray().Select(entry => (entry.Key, Of(entry.Value.ToString()))));

    public static string Of(LabelSelector? selector) => selector is null ? Null : Map(
        ("matchLabels", selector.MatchLabels.Count == 0 ? "" : Of(selector.MatchLabels)),
        ("matchExpressions", selector.MatchExpressions.Count == 0 ? "" : List(selector.MatchExpressions.Select(Of))));

    /// <summary>Fields in the given order; those without a text are left out.</summary>
    public static string Map(params IEnumerable<(string Key, string Json)> fields) =>
        $"{{{string.Join(",", fields.Where(field => field.Json.Length > 0).Select(field => $"{Of(field.Key)}:{field.Json}"))}}}";

    public static string List(IEnumerable<string> items) => $"[{string.Join(",", items)}]";

    private static string Of(SelectorRequirement requirement) => Map(
        ("key", Of(requirement.Key)),
        ("operator", Of(requirement.Operator)),
        ("values", requirement.Values.Count == 0 ? "" : Of(requirement.Values)));

    private static void Write(char letter, StringBuilder json)
    {
        switch (letter)
        {
            case '"' or '\\': json.Append('\\').Append(letter); break;
            case '\n': json.Append("\\n"); break;
            case '\r': json.Append("\\r"); break;
            case '\t': json.Append("\\t"); break;
            case < ' ' or '<' or '>' or '&' or '\u2028' or '\u2029':
                json.Append(
                CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"); break;
            default: json.Append(letter); break;
        }
    }
}
