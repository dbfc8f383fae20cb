using System.Text.Json.Nodes;
using Simulator.Serve.Runs;

namespace Simulator.Serve.Dashboard;

/// <summary>What users ask of a cluster's services, and users of a federation of all of them.</summary>
internal static class RequestsDocument
{
    public static JsonArray Of(RequestBook book, string cluster) =>
        new([.. book.All.Where(rates => rates.Cluster == cluster || rates.Cluster.Length == 0).Select(rates => (JsonNode)new JsonObject
        {
            ["subject"] = rates.Subject,
            ["isOfUsers"] = rates.Cluster.Length == 0,
            ["median"] = rates.Latency?.Median,
            ["p95"] = rates.Latency?.P95,
            ["points"] = new JsonArray([.. rates.Points.Select(point => (JsonNode)new JsonArray(
                point.At.TotalSeconds, point.Sent, point.Failed))]),
        })]);
}
