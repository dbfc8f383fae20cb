using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Selecting;

/// <summary>The value of a field that can be selected by (the SelectableFields of 1.3.10's strategies).</summary>
internal static class FieldValues
{
    /// <summary>"" where the object does not say it; fields that no strategy knows are "" for every object.</summary>
    public static string Of(JsonObject document, string field) => field switch
    {
        "metadata.labels" or "metadata.annotations" or "status.podIP" => "",
        "spec.host" => At(document, "spec.nodeName"),
        "spec.unschedulable" => document["spec"]?["unschedulable"].IsTrue() is true ? "true" : "false",
        "status.replicas" => Count(document["status"]?["replicas"]),
        "status.successful" => Count(document["status"]?["succeeded"]),
        "source" => At(document, "source.component"),
        _ => At(document, field),
    };

    private static string Count(JsonNode? number) => $"{number.AsNumber() ?? 0}";

    private static string At(JsonObject document, string path)
    {
        JsonNode? node = document;
        foreach (var step in path.Split('.')) node = (node as JsonObject)?[step];
        return node.KindOf() == JsonValueKind.String ? node.AsText()! : "";
    }
}
