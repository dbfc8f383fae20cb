using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>The paths that stand in answers (setSelfLink, setListSelfLink in pkg/apiserver/resthandler.go).</summary>
internal static class SelfLinks
{
    public static string Of(ServedResource resource, JsonObject document, string? subresource = null)
    {
        var metadata = document["metadata"];
        var home = resource.IsNamespaced ? $"namespaces/{metadata.Text("namespace")}/" : "";
        var link = $"{Root(resource)}/{home}{resource.Name}/{metadata.Text("name")}";
        return subresource is null ? link : $"{link}/{subresource}";
    }

    /// <summary>Quirk: of an export, whose namespace is taken away before the link is made.</summary>
    public static string OfExport(RequestTarget target)
    {
        var home = target.Resource.IsNamespaced ? "namespaces//" : "";
        return $"{Root(target.Resource)}/{home}{target.Resource.Name}/{target.Name}";
    }

    public static string OfList(RequestTarget target) =>
        target.Namespace is { } home
            ? $"{Root(target.Resource)}/namespaces/{home}/{target.Resource.Name}"
            : $"{Root(target.Resource)}/{target.Resource.Name}";

    /// <summary>Puts the link where the structs have it: behind name, generateName and namespace.</summary>
    public static JsonObject Put(JsonObject document, string link)
    {
        var metadata = document.Child("metadata");
        metadata.Remove("selfLink");
        var place = 0;
        foreach (var key in (string[])["name", "generateName", "namespace"]) place += metadata.ContainsKey(key) ? 1 : 0;
        metadata.Insert(Math.Min(place, metadata.Count), "selfLink", link);
        return document;
    }

    private static string Root(ServedResource resource) =>
        resource.Group.Length > 0 ? $"/apis/{resource.GroupVersion}" : $"/api/{resource.Version}";
}
