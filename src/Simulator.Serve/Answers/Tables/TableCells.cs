using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Subresources;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Tables;

/// <summary>Cells of several kinds (pkg/kubectl/resource_printer.go of 1.3.10).</summary>
internal static class TableCells
{
    public static string OrNone(string text) => text.Length > 0 ? text : "<none>";

    public static string Labels(JsonNode? map) =>
        map is JsonObject { Count: > 0 } labels
            ? string.Join(',', labels.Select(label => $"{label.Key}={label.Value.AsText()}"))
            : "<none>";

    public static string ContainerNames(JsonObject controller) => Containers(controller, "name");

    public static string Images(JsonObject controller) => Containers(controller, "image");

    public static string Selector(JsonObject controller)
    {
        var selector = controller["spec"]?["selector"] as JsonObject;
        var isPlain = selector?.ContainsKey("matchLabels") is not true && selector?.ContainsKey("matchExpressions") is not true;
        return isPlain ? Labels(selector) : OrNone(SelectorTexts.Of(selector));
    }

    public static string NodeStatus(JsonObject node)
    {
        var ready = node["status"]?["conditions"].Objects().FirstOrDefault(condition => condition.Text("type") == "Ready");
        var status = ready is null ? "Unknown" : ready.Text("status") == "True" ? "Ready" : "NotReady";
        return node["spec"]?["unschedulable"].IsTrue() is true ? status + ",SchedulingDisabled" : status;
    }

    /// <summary>printCluster of pkg/kubectl/resource_printer.go.</summary>
    public static string ClusterStatus(JsonObject cluster)
    {
        var known = (cluster["status"]?["conditions"].Objects() ?? []).Select(
            condition => (condition.Text("status") == "True" ? "" : "Not") + condition.Text("type")).ToList();
        return known.Count > 0 ? string.Join(',', known) : "Unknown";
    }

    public static string Source(JsonObject @event)
    {
        var (component, host) = (@event["source"].Text("component"), @event["source"].Text("host"));
        return host.Length > 0 ? $"{{{component} {host}}}" : $"{{{component} }}";
    }

    public static string Endpoints(JsonObject endpoints)
    {
        var places = endpoints["subsets"].Objects().SelectMany(subset => subset["ports"].Objects().SelectMany(
            port => subset["addresses"].Objects().Select(address => $"{address.Text("ip")}:{port["port"]?.ToJsonString()}"))).ToList();
        return places.Count switch
        {
            0 => "<none>",
            <= 3 => string.Join(',', places),
            _ => $"{string.Join(',', places.Take(3))} + {places.Count - 3} more...",
        };
    }

    public static long DataCount(JsonObject holder) => (holder["data"] as JsonObject)?.Count ?? 0;

    public static string Healthy(JsonObject part) => part["conditions"]?[0].Text("status") == "True" ? "Healthy" : "Unhealthy";

    private static string Containers(JsonObject controller, string field) => string.Join(
        ',', controller["spec"]?["template"]?["spec"]?["containers"].Objects().Select(container => container.Text(field)) ?? []);
}
