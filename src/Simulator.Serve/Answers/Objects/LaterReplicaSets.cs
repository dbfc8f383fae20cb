using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>
/// Replica sets as apps/v1 shows them: with the Deployment that made them, by which newer kubectls tell revisions. 1.3 knows it by labels
/// and names alone.
/// </summary>
internal sealed class LaterReplicaSets(IDocumentStore store) : IView
{
    private const string HashLabel = "pod-template-hash";

    public void ToStored(JsonObject document)
    {
        if (document["metadata"]?["ownerReferences"] is null || Owner(document) is null) return;
        document.Child("metadata").Remove("ownerReferences");
    }

    public void ToShown(JsonObject document)
    {
        if (document.Child("metadata").ContainsKey("ownerReferences") || Owner(document) is not { } owner) return;
        document.Child("metadata")["ownerReferences"] = new JsonArray(new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "Deployment",
            ["name"] = owner["metadata"].Text("name"),
            ["uid"] = owner["metadata"].Text("uid"),
            ["controller"] = true,
        });
    }

    private JsonObject? Owner(JsonObject document)
    {
        var (name, home) = (document["metadata"].Text("name"), document["metadata"].Text("namespace"));
        var end = "-" + document["metadata"]?["labels"].Text(HashLabel);
        return end.Length > 1 && name.EndsWith(end, StringComparison.Ordinal)
            ? store.Find(new DocumentKey("deployments", home, name[..^end.Length]))
            : null;
    }
}
