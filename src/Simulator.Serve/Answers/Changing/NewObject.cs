using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Serve.Answers.Rules;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Changing;

/// <summary>What the server sets in a new object before it judges it (BeforeCreate in pkg/api/rest/create.go).</summary>
internal static class NewObject
{
    public static void Prepare(ServedResource resource, JsonObject document, INameSource names, DateTimeOffset now)
    {
        var rules = KindRuleTable.Of(resource.StoredName);
        var metadata = document.Child("metadata");
        foreach (var key in (string[])["deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "resourceVersion"])
        {
            metadata.Remove(key);
        }
        if (rules.EmptiesStatus && document.ContainsKey("status")) document["status"] = new JsonObject();
        if (rules.Generation != GenerationRule.None) metadata["generation"] = 1L;
        metadata["creationTimestamp"] = Timestamp.Of(now);
        metadata["uid"] = names.NextUid();
        Name(metadata, names);
        rules.OnCreate?.Invoke(document);
    }

    private static void Name(JsonObject metadata, INameSource names)
    {
        if (metadata.Text("name").Length > 0 || metadata.Text("generateName") is not { Length: > 0 } prefix) return;
        metadata["name"] = GeneratedNames.Make(prefix, names.NextSuffix());
    }
}
