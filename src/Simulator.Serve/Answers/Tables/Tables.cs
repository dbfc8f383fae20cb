using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Objects;
using Simulator.Serve.Answers.Requests;

namespace Simulator.Serve.Answers.Tables;

/// <summary>Lists as newer kubectls print them: cells made by the server.</summary>
internal static class Tables
{
    /// <param name="version">Of meta.k8s.io, as asked for.</param>
    /// <param name="listVersion">Null: of one object, or of a list that has none.</param>
    public static JsonObject Of(
        string version, RequestTarget target, IEnumerable<JsonObject> stored, long? listVersion, DateTimeOffset now)
    {
        var columns = TableColumns.Of(target.Resource.Name);
        var metadata = new JsonObject();
        if (listVersion is { } known) metadata["resourceVersion"] = $"{known}";
        return new JsonObject
        {
            ["kind"] = "Table",
            ["apiVersion"] = version,
            ["metadata"] = metadata,
            ["columnDefinitions"] = new JsonArray([.. columns.Select(column => column.Definition())]),
            ["rows"] = new JsonArray([.. stored.Select(document => Row(version, target, document, columns, now))]),
        };
    }

    private static JsonObject Row(
        string version, RequestTarget target, JsonObject stored, IReadOnlyList<TableColumn> columns, DateTimeOffset now)
    {
        var metadata = Presenter.Single(target.Resource, stored)["metadata"]!.DeepClone();
        return new JsonObject
        {
            ["cells"] = new JsonArray([.. columns.Select(column => column.Cell(stored, now))]),
            ["object"] = new JsonObject { ["kind"] = "PartialObjectMetadata", ["apiVersion"] = version, ["metadata"] = metadata },
        };
    }
}
