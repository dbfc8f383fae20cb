using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules.Documents;

/// <summary>Label selectors in documents.</summary>
internal static class Selectors
{
    /// <summary>Null: there is none.</summary>
    public static LabelSelector? Read(JsonNode? node) => node is not JsonObject selector ? null : new LabelSelector
    {
        MatchLabels = Labels(selector["matchLabels"]),
        MatchExpressions = [.. selector["matchExpressions"].Objects().Select(Requirement)],
    };

    private static LabelSet Labels(JsonNode? map) =>
        LabelSet.Of((map as JsonObject ?? []).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.AsText() ?? "")));

    private static SelectorRequirement Requirement(JsonObject requirement) => new(
        requirement.Text("key"), requirement.Text("operator"),
        [.. (requirement["values"] as JsonArray ?? []).Select(value => value.AsText() ?? "")]);
}
