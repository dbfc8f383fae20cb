using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Simulator.ControlPlane.Versions;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Tables;

/// <summary>The columns of every resource, as kubectl 1.3 printed them from the objects; others show name and age.</summary>
internal static class TableColumns
{
    public static readonly TableColumn Name =
        new("Name", document => document["metadata"].Text("name")) { Format = "name" };

    public static readonly TableColumn Age = Since("Age", document => document["metadata"]?["creationTimestamp"]);

    public static readonly TableColumn[] TemplateColumns =
    [
        Wide("Containers", TableCells.ContainerNames), Wide("Images", TableCells.Images), Wide("Selector", TableCells.Selector),
    ];

    private static readonly FrozenDictionary<string, IReadOnlyList<TableColumn>> Table = new Dictionary<string, IReadOnlyList<TableColumn>>
    {
        ["pods"] =
        [
            Name, Text("Ready", PodCells.Ready), Text("Status", PodCells.Status), Number("Restarts", PodCells.Restarts), Age,
            Wide("IP", pod => TableCells.OrNone(pod["status"].Text("podIP"))), Wide(
                "Node", pod => TableCells.OrNone(pod["spec"].Text("nodeName"))),
        ],
        ["nodes"] = [
            Name, Text("Status", TableCells.NodeStatus), Age, Text("Version", node => node["status"]?["nodeInfo"].Text("kubeletVersion"))],
        ["replicationcontrollers"] = [Name, Spec("Desired", "replicas"), Status("Current", "replicas"), Age, .. TemplateColumns],
        ["replicasets"] = [Name, Spec("Desired", "replicas"), Status("Current", "replicas"), Age, .. TemplateColumns],
        ["petsets"] = [Name, Spec("Desired", "replicas"), Status("Current", "replicas"), Age, .. TemplateColumns],
        ["deployments"] =
        [
            Name, Spec("Desired", "replicas"), Status("Current", "replicas"), Status("Up-to-date", "updatedReplicas"),
            Status("Available", "availableReplicas"), Age, .. TemplateColumns,
        ],
        ["daemonsets"] =
        [
            Name, Status("Desired", "desiredNumberScheduled"), Status("Current", "currentNumberScheduled"),
            Text("Node-Selector", set => TableCells.Labels(set["spec"]?["template"]?["spec"]?["nodeSelector"])), Age, .. TemplateColumns,
        ],
        ["jobs"] =
        [
            Name, Text("Desired", job => job["spec"]?["completions"]?.ToJsonString() ?? "<none>"), Status("Successful", "succeeded"), Age,
            .. TemplateColumns,
        ],
        ["services"] =
        [
            Name, Text("Cluster-IP", service => service["spec"].Text("clusterIP")), Text("External-IP", ServiceCells.ExternalAddress),
            Text("Port(s)", ServiceCells.Ports), Age, Wide("Selector", service => TableCells.Labels(service["spec"]?["selector"])),
        ],
        ["horizontalpodautoscalers"] =
        [
            Name, Text(
                "Reference", AutoscalerCells.Reference), Text("Target", AutoscalerCells.Target), Text("Current", AutoscalerCells.Current),
            Spec("MinPods", "minReplicas"), Spec("MaxPods", "maxReplicas"), Age,
        ],
        ["persistentvolumes"] =
        [
            Name, Text("Capacity", volume => volume["spec"]?["capacity"].Text("storage")), Text("AccessModes", VolumeCells.Modes("spec")),
            Text("Status", volume => volume["status"].Text("phase")), Text("Claim", VolumeCells.Claim),
            Text("Reason", volume => volume["status"].Text("reason")), Age,
        ],
        ["persistentvolumeclaims"] =
        [
            Name, Text("Status", claim => claim["status"].Text("phase")), Text("Volume", claim => claim["spec"].Text("volumeName")),
            Text("Capacity", claim => claim["status"]?["capacity"].Text("storage")), Text("AccessModes", VolumeCells.Modes("status")), Age,
        ],
        ["events"] =
        [
            Since("LastSeen", @event => @event["lastTimestamp"]), Since("FirstSeen", @event => @event["firstTimestamp"]),
            Number("Count", @event => @event["count"].AsNumber() ?? 0), Text("Name", @event => @event["involvedObject"].Text("name")),
            Text("Kind", @event => @event["involvedObject"].Text("kind")), Text(
                "SubObject", @event => @event["involvedObject"].Text("fieldPath")),
            Text("Type", @event => @event.Text("type")), Text("Reason", @event => @event.Text("reason")),
            Text("Source", TableCells.Source), Text("Message", @event => @event.Text("message")),
        ],
        ["endpoints"] = [Name, Text("Endpoints", TableCells.Endpoints), Age],
        ["namespaces"] = [Name, Text("Status", home => home["status"].Text("phase")), Age],
        ["secrets"] = [Name, Text("Type", secret => secret.Text("type")), Number("Data", TableCells.DataCount), Age],
        ["configmaps"] = [Name, Number("Data", TableCells.DataCount), Age],
        ["serviceaccounts"] = [Name, Number("Secrets", account => account["secrets"].Objects().Count()), Age],
        ["ingresses"] =
        [
            Name, Text("Hosts", IngressCells.Hosts), Text("Address", IngressCells.Address), Text("Ports", IngressCells.Ports), Age,
        ],
        ["clusters"] =
        [
            Name, Text("Status", TableCells.ClusterStatus), Age,
        ],
        ["componentstatuses"] =
        [
            Name, Text("Status", part => TableCells.Healthy(part)), Text("Message", part => part["conditions"]?[0].Text("message")),
            Text("Error", part => part["conditions"]?[0].Text("error")),
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Later versions print their own columns of what they know better.</summary>
    public static IReadOnlyList<TableColumn> Of(ServedResource resource) =>
        (resource.Api == ApiGroups.Apps ? LaterColumns.Find(resource.StoredName) : null)
        ?? Table.GetValueOrDefault(resource.StoredName) ?? [Name, Age];

    public static TableColumn Since(string name, Func<JsonObject, JsonNode?> time) => new(name, time) { IsAge = true };

    public static TableColumn Text(string name, Func<JsonObject, string?> cell) => new(name, document => cell(document) ?? "");

    public static TableColumn Wide(string name, Func<JsonObject, string?> cell) => Text(name, cell) with { Priority = 1 };

    public static TableColumn Number(string name, Func<JsonObject, long> cell) =>
        new(name, document => cell(document)) { Type = "integer", Format = "int32" };

    public static TableColumn Spec(string name, string field) => Number(name, document => document["spec"]?[field].AsNumber() ?? 0);

    public static TableColumn Status(string name, string field) => Number(name, document => document["status"]?[field].AsNumber() ?? 0);
}
