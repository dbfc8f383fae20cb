using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Changing;

/// <summary>Pods go in their time (BeforeDelete in pkg/api/rest/delete.go, CheckGracefulDelete of pods).</summary>
internal static class GracefulDeletion
{
    /// <summary>The pod as it is left, or as it was last.</summary>
    public static JsonObject Delete(IDocumentStore store, DocumentKey key, JsonObject stored, DeleteOptions options, DateTimeOffset now)
    {
        if (Grace(stored, options) is not { } grace) return stored;
        var marked = Mark(stored, grace, now);
        var left = Sameness.Of(marked, stored) ? stored : store.Put(key, marked);
        if (grace == 0 && store.Find(key) is not null) store.Remove(key);
        return left;
    }

    /// <summary>Null: it is on its way already, and nobody asks for less.</summary>
    private static long? Grace(JsonObject pod, DeleteOptions options)
    {
        if (pod["metadata"]?["deletionTimestamp"] is not null)
        {
            var left = pod["metadata"]!["deletionGracePeriodSeconds"].AsNumber();
            if (left is null) return 0;
            return options.Grace is { } asked && asked <= left ? asked : null;
        }

        var isOver = pod["status"].Text("phase") is "Failed" or "Succeeded";
        if (isOver || pod["spec"].Text("nodeName").Length == 0) return 0;
        return options.Grace ?? pod["spec"]?["terminationGracePeriodSeconds"].AsNumber() ?? 0;
    }

    private static JsonObject Mark(JsonObject pod, long grace, DateTimeOffset now)
    {
        var marked = pod.Copy();
        var metadata = marked.Child("metadata");
        metadata.Remove("deletionTimestamp");
        metadata.Remove("deletionGracePeriodSeconds");
        var place = metadata.ContainsKey("creationTimestamp") ? metadata.IndexOf("creationTimestamp") + 1 : metadata.Count;
        metadata.Insert(place, "deletionTimestamp", Timestamp.Of(now.AddSeconds(grace)));
        metadata.Insert(place + 1, "deletionGracePeriodSeconds", grace);
        return marked;
    }
}
