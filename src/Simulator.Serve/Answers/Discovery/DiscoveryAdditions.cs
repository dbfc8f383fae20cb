using System.Text.Json.Nodes;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Discovery;

/// <summary>What newer kubectls look for in lists of resources; 1.3's reads over it.</summary>
internal static class DiscoveryAdditions
{
    private static readonly (ResourceVerbs Verb, string Word)[] Words =
    [
        (ResourceVerbs.Create, "create"), (ResourceVerbs.Delete, "delete"), (ResourceVerbs.DeleteCollection, "deletecollection"),
        (ResourceVerbs.Get, "get"), (ResourceVerbs.List, "list"), (ResourceVerbs.Patch, "patch"), (ResourceVerbs.Update, "update"),
        (ResourceVerbs.Watch, "watch"),
    ];

    public static void Put(JsonObject entry, ServedResource resource, string name, ResourceVerbs verbs, ServedSubresource? sub)
    {
        var isWhole = name == resource.Name;
        entry["singularName"] = isWhole ? resource.Kind.ToLowerInvariant() : "";
        var words = Words.Where(word => (verbs & word.Verb) != 0).Select(word => (JsonNode)word.Word);
        entry["verbs"] = new JsonArray([.. words]);
        if (resource.Api == ApiGroups.Apps && sub?.Of?.Split('/') is [var group, var version])
        {
            (entry["group"], entry["version"]) = (group, version);
        }

        if (isWhole && resource.ShortNames.Count > 0) entry["shortNames"] = Texts(resource.ShortNames);
        if (isWhole && resource.Categories.Count > 0) entry["categories"] = Texts(resource.Categories);
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
