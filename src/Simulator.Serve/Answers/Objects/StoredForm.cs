using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>Between the version of a request and the one in which objects are stored.</summary>
public static class StoredForm
{
    /// <summary>A document of a request as it is stored; changes the document.</summary>
    public static JsonObject Of(ServedResource resource, JsonObject document)
    {
        if (Views.Find(resource) is { } view) view.ToStored(document);
        return Named(document, resource.StoredKind, resource.StoredGroupVersion);
    }

    /// <summary>A stored document as the resource shows it; the stored one stays as it is.</summary>
    public static JsonObject Shown(ServedResource resource, JsonObject stored)
    {
        var copy = stored.Copy();
        if (Views.Find(resource) is { } view) view.ToShown(copy);
        return Named(copy, resource.Kind, resource.GroupVersion);
    }

    /// <summary>With kind and version in front.</summary>
    public static JsonObject Named(JsonObject document, string kind, string version)
    {
        document.Remove("kind");
        document.Remove("apiVersion");
        document.Insert(0, "kind", kind);
        document.Insert(1, "apiVersion", version);
        return document;
    }
}
