using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Changing;

/// <summary>Namespaces are emptied before they go (pkg/registry/namespace/etcd/etcd.go).</summary>
internal static class NamespaceDeletion
{
    private const string Busy =
        "The system is ensuring all content is removed from this namespace.  Upon completion, this namespace will automatically be purged "
        + "by the system.";

    /// <summary>Its sentence about the uid is its own.</summary>
    public static void CheckUid(JsonObject stored, string? asked)
    {
        var (name, uid) = (stored["metadata"].Text("name"), stored["metadata"].Text("uid"));
        if (asked is null || asked == uid) return;
        var why = $"Precondition failed: UID in precondition: {asked}, UID in object meta: {uid}";
        throw Failures.Conflict("", "namespaces", name, why);
    }

    public static JsonObject? Delete(IDocumentStore store, DocumentKey key, JsonObject stored, DateTimeOffset now)
    {
        if (stored["metadata"]?["deletionTimestamp"] is null) return store.Put(key, Mark(stored, now));
        if (stored["spec"]?["finalizers"] is JsonArray { Count: > 0 }) throw Failures.Conflict("", "namespaces", key.Name, Busy);
        store.Remove(key);
        return null;
    }

    private static JsonObject Mark(JsonObject home, DateTimeOffset now)
    {
        var marked = home.Copy();
        var metadata = marked.Child("metadata");
        var place = metadata.ContainsKey("creationTimestamp") ? metadata.IndexOf("creationTimestamp") + 1 : metadata.Count;
        metadata.Insert(place, "deletionTimestamp", Timestamp.Of(now));
        marked.Child("status")["phase"] = "Terminating";
        return marked;
    }
}
