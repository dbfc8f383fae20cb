using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>Selectors as text: <c>app=web,tier in (a,b),!old</c> (Requirement.String in pkg/labels/selector.go).</summary>
internal static class SelectorTexts
{
    public static string Of(JsonObject? selector)
    {
        var terms = new List<(string Key, string Text)>();
        foreach (var (key, value) in selector?["matchLabels"] as JsonObject ?? []) terms.Add((key, $"{key}={value.AsText()}"));
        foreach (var term in selector?["matchExpressions"].Objects() ?? []) terms.Add((term.Text("key"), Expression(term)));
        return string.Join(',', terms.OrderBy(term => term.Key, StringComparer.Ordinal).Select(term => term.Text));
    }

    private static string Expression(JsonObject term)
    {
        var key = term.Text("key");
        var values = (term["values"] as JsonArray ?? []).Select(value => value.AsText()).Order(StringComparer.Ordinal);
        return term.Text("operator") switch
        {
            "In" => $"{key} in ({string.Join(',', values)})",
            "NotIn" => $"{key} notin ({string.Join(',', values)})",
            "Exists" => key,
            _ => "!" + key,
        };
    }
}
