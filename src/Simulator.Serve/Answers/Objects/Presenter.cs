using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>Stored documents as answers show them.</summary>
public static class Presenter
{
    /// <summary>One object, with the link of the path through which it was asked for.</summary>
    public static JsonObject Single(RequestTarget target, JsonObject stored) =>
        WithLink(target.Resource, StoredForm.Shown(target.Resource, stored), target.Subresource?.Name);

    public static JsonObject Single(ServedResource resource, JsonObject stored) =>
        WithLink(resource, StoredForm.Shown(resource, stored), null);

    /// <summary>Items carry neither kind nor version.</summary>
    public static JsonObject List(RequestTarget target, IEnumerable<JsonObject> stored, long? version)
    {
        var items = new JsonArray();
        foreach (var document in stored)
        {
            var item = Single(target.Resource, document);
            item.Remove("kind");
            item.Remove("apiVersion");
            items.Add(item);
        }

        var metadata = new JsonObject { ["selfLink"] = SelfLinks.OfList(target) };
        if (version is { } known) metadata["resourceVersion"] = $"{known}";
        return new JsonObject
        {
            ["kind"] = target.Resource.Kind
                + "List",
            ["apiVersion"] = target.Resource.GroupVersion,
            ["metadata"] = metadata,
            ["items"] = items,
        };
    }

    private static JsonObject WithLink(ServedResource resource, JsonObject shown, string? subresource) =>
        SelfLinks.Put(shown, SelfLinks.Of(resource, shown, subresource));
}
