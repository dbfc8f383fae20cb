using System.Text.Json.Nodes;
using Simulator.Api.Validation;
using Simulator.Serve.Answers.Writing;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules;

/// <summary>What may not change in metadata, and what is kept silently (ValidateObjectMetaUpdate of 1.3.10).</summary>
internal static class MetaChanges
{
    private const string Immutable = "field is immutable";

    /// <summary>Changes the new document where the server keeps what it had.</summary>
    public static IEnumerable<FieldError> Find(JsonObject now, JsonObject old)
    {
        var (wanted, stored) = (now.Child("metadata"), old["metadata"]!.AsObject());
        if (wanted.Text("uid").Length == 0) wanted.Take(stored, "uid");
        wanted.Take(stored, "creationTimestamp");
        if (stored["deletionTimestamp"] is not null) wanted.Take(stored, "deletionTimestamp");
        var (grace, had) = (wanted["deletionGracePeriodSeconds"], stored["deletionGracePeriodSeconds"]);
        if (grace is null) wanted.Take(stored, "deletionGracePeriodSeconds");
        else if (!JsonNode.DeepEquals(grace, had))
        {
            yield return Invalid(
                "deletionGracePeriodSeconds", grace.ToJsonString(), "field is immutable; may only be changed via deletion");
        }

        foreach (var key in (string[])["name", "namespace", "uid"])
        {
            if (wanted.Text(key) != stored.Text(key)) yield return Invalid(key, GoJson.Quoted(wanted.Text(key)), Immutable);
        }
    }

    private static FieldError Invalid(string key, string json, string detail) =>
        new(FieldPath.Metadata.Child(key), "Invalid value", json, detail);
}
