using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Rules;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Changing;

/// <summary>What the server keeps of the stored object (the PrepareForUpdate of the strategies of 1.3.10).</summary>
internal static class ChangedObject
{
    public static void Prepare(ServedResource resource, JsonObject document, JsonObject stored, ChangedPart part)
    {
        var rules = KindRuleTable.Of(resource.StoredName);
        if (part == ChangedPart.Status)
        {
            document.Take(stored, "spec");
            rules.OnStatusUpdate?.Invoke(document, stored);
            return;
        }

        document.Take(stored, "status");
        if (part == ChangedPart.Object) rules.OnUpdate?.Invoke(document, stored);
        if (IsChanged(rules.Generation, document, stored)) Count(document, stored);
    }

    private static bool IsChanged(GenerationRule rule, JsonObject document, JsonObject stored) => rule switch
    {
        GenerationRule.None => false,
        GenerationRule.Spec => !JsonNode.DeepEquals(document["spec"], stored["spec"]),
        _ => !JsonNode.DeepEquals(document["spec"], stored["spec"])
            || !JsonNode.DeepEquals(document["metadata"]?["annotations"], stored["metadata"]?["annotations"]),
    };

    private static void Count(JsonObject document, JsonObject stored) =>
        document.Child("metadata")["generation"] = (stored["metadata"]?["generation"].AsNumber() ?? 0) + 1;
}
