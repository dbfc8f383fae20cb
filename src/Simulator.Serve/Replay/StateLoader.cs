using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Replay;

/// <summary>The state that a recorded server held before the command.</summary>
internal static class StateLoader
{
    /// <summary>etcd 2 keeps as many events.</summary>
    private const long Remembered = 1000;

    public static MemoryDocuments Load(RecordedCase recorded)
    {
        var documents = new MemoryDocuments();
        var version = 0L;
        foreach (var list in recorded.Given)
        {
            var resource = list.Text("resource").Split('/')[^1];
            version = Math.Max(version, Version(list["list_resource_version"]));
            foreach (var item in list["items"].Objects())
            {
                var metadata = item["metadata"];
                version = Math.Max(version, Version(metadata?["resourceVersion"]));
                documents.Load(new DocumentKey(resource, metadata.Text("namespace"), metadata.Text("name")), item.Copy());
            }
        }

        documents.BeginAt(version, Remembered);
        return documents;
    }

    private static long Version(JsonNode? node) =>
        node.AsNumber() ?? (long.TryParse(node.AsText(), out var version) ? version : 0);
}
