using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Messages;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Tables;

/// <summary>What table a client wants.</summary>
/// <param name="Version">Of meta.k8s.io.</param>
/// <param name="Included">How much of each object goes with its row: <c>None</c>, <c>Metadata</c>, <c>Object</c>.</param>
public sealed record TableWish(string Version, string Included)
{
    /// <summary>Null: no table.</summary>
    public static TableWish? Of(ServerRequest request, string? included) =>
        request.Method == "GET" && TableAccept.VersionOf(request.Header("Accept")) is { } version
            ? new TableWish(version, included is "None" or "Object" ? included : "Metadata")
            : null;

    /// <summary>Rows of different kinds are kept under different names.</summary>
    public string NameOf(ServedResource resource) => $"row {Version} {Included} {resource.GroupVersion}";

    /// <summary>Null: nothing of it.</summary>
    public JsonObject? ObjectOf(ServedResource resource, JsonObject stored) => Included switch
    {
        "None" => null,
        "Object" => Presenter.Single(resource, stored),
        _ => Partial(SelfLinks.Put(new JsonObject { ["metadata"] = stored["metadata"]!.DeepClone() }, SelfLinks.Of(resource, stored))),
    };

    private JsonObject Partial(JsonObject bare)
    {
        bare.Insert(0, "kind", "PartialObjectMetadata");
        bare.Insert(1, "apiVersion", Version);
        return bare;
    }
}
