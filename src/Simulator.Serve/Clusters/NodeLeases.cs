using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Serve.Clusters.Writing;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Clusters;

/// <summary>
/// The leases by which kubelets show that they live, of the moment: the simulated store keeps none, for a renewal is arithmetic.
/// </summary>
/// <param name="lastRenewal">Of a node at the moment; null: none is known.</param>
internal sealed class NodeLeases(Setting setting, Func<string, Instant?> lastRenewal)
{
    public const string Resource = "leases";

    private const string Home = "kube-node-lease";
    private const int Seconds = 40;

    public IReadOnlyList<StoredDocument> List(string? home) =>
        home is null or Home ? [.. setting.Store.List("Node").Cast<Node>().Select(node => new PlainDocument(Of(node)))] : [];

    /// <summary>Null: there is no such node.</summary>
    public JsonObject? Find(DocumentKey key) =>
        key is { Resource: Resource, Namespace: Home } && setting.Store.Find<Node>("Node", new ObjectKey("", key.Name)) is { } node
            ? Of(node)
            : null;

    private JsonObject Of(Node node) => new()
    {
        ["metadata"] = new JsonObject { ["name"] = node.Name, ["namespace"] = Home }
            .Node("creationTimestamp", setting.Clock.Text(node.Metadata.CreationTimestamp)),
        ["spec"] = new JsonObject { ["holderIdentity"] = node.Name, ["leaseDurationSeconds"] = Seconds }
            .Text("renewTime", lastRenewal(node.Name) is { } beat ? Exactly(beat) : ""),
    };

    /// <summary>To the microsecond, as clients read it.</summary>
    private string Exactly(Instant moment) =>
        setting.Clock.At(moment.SinceStart).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
