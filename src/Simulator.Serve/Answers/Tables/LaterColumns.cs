using System.Collections.Frozen;
using Simulator.Serve.Documents;
using static Simulator.Serve.Answers.Tables.TableColumns;

namespace Simulator.Serve.Answers.Tables;

/// <summary>
/// The columns that a server of 1.20.2 prints (pkg/printers/internalversion/printers.go), where they are other ones than 1.3's.
/// </summary>
internal static class LaterColumns
{
    private static readonly TableColumn[] Images = [Wide("Containers", TableCells.ContainerNames), Wide("Images", TableCells.Images)];

    private static readonly FrozenDictionary<string, IReadOnlyList<TableColumn>> Table = new Dictionary<string, IReadOnlyList<TableColumn>>
    {
        ["pods"] =
        [
            Name, Text("Ready", PodCells.Ready), Text("Status", PodCells.Status), Number("Restarts", PodCells.Restarts), Age,
            Wide("IP", pod => TableCells.OrNone(pod["status"].Text("podIP"))),
            Wide("Node", pod => TableCells.OrNone(pod["spec"].Text("nodeName"))),
            Wide("Nominated Node", pod => TableCells.OrNone(pod["status"].Text("nominatedNodeName"))),
            Wide("Readiness Gates", _ => "<none>"),
        ],
        ["nodes"] =
        [
            Name, Text("Status", TableCells.NodeStatus), Text("Roles", LaterCells.Roles), Age,
            Text("Version", node => node["status"]?["nodeInfo"].Text("kubeletVersion")),
            Wide("Internal-IP", node => LaterCells.Address(node, "InternalIP")),
            Wide("External-IP", node => LaterCells.Address(node, "ExternalIP")),
            Wide("OS-Image", node => LaterCells.OrUnknown(node["status"]?["nodeInfo"].Text("osImage"))),
            Wide("Kernel-Version", node => LaterCells.OrUnknown(node["status"]?["nodeInfo"].Text("kernelVersion"))),
            Wide("Container-Runtime", node => LaterCells.OrUnknown(node["status"]?["nodeInfo"].Text("containerRuntimeVersion"))),
        ],
        ["replicationcontrollers"] =
            [Name, Spec("Desired", "replicas"), Status("Current", "replicas"), Status("Ready", "readyReplicas"), Age, .. TemplateColumns],
        ["replicasets"] =
            [Name, Spec("Desired", "replicas"), Status("Current", "replicas"), Status("Ready", "readyReplicas"), Age, .. TemplateColumns],
        ["statefulsets"] = [Name, Text("Ready", LaterCells.ReadyReplicas), Age, .. Images],
        ["deployments"] =
        [
            Name, Text("Ready", LaterCells.ReadyReplicas), Status("Up-to-date", "updatedReplicas"),
            Status("Available", "availableReplicas"), Age, .. TemplateColumns,
        ],
        ["daemonsets"] =
        [
            Name, Status("Desired", "desiredNumberScheduled"), Status("Current", "currentNumberScheduled"), Status("Ready", "numberReady"),
            Status("Up-to-date", "updatedNumberScheduled"), Status("Available", "numberAvailable"),
            Text("Node Selector", set => TableCells.Labels(set["spec"]?["template"]?["spec"]?["nodeSelector"])), Age, .. TemplateColumns,
        ],
        ["jobs"] = [Name, Text("Completions", LaterCells.Completions), Age, .. TemplateColumns],
        ["cronjobs"] =
        [
            Name, Text("Schedule", job => job["spec"].Text("schedule")),
            Text("Suspend", job => job["spec"]?["suspend"].IsTrue() is true ? "True" : "False"),
            Number("Active", job => job["status"]?["active"].Objects().Count() ?? 0), Age,
        ],
        ["services"] =
        [
            Name, Text("Type", service => service["spec"].Text("type")),
            Text("Cluster-IP", service => TableCells.OrNone(service["spec"].Text("clusterIP"))),
            Text("External-IP", LaterCells.ExternalAddress), Text("Port(s)", LaterCells.Ports), Age,
            Wide("Selector", service => TableCells.Labels(service["spec"]?["selector"])),
        ],
        ["horizontalpodautoscalers"] =
        [
            Name, Text("Reference", AutoscalerCells.Reference), Text("Targets", LaterCells.Targets), Spec("MinPods", "minReplicas"),
            Spec("MaxPods", "maxReplicas"), Status("Replicas", "currentReplicas"), Age,
        ],
        ["persistentvolumes"] =
        [
            Name, Text("Capacity", volume => volume["spec"]?["capacity"].Text("storage")), Text("Access Modes", VolumeCells.Modes("spec")),
            Text("Reclaim Policy", volume => volume["spec"].Text("persistentVolumeReclaimPolicy")),
            Text("Status", volume => volume["status"].Text("phase")), Text("Claim", VolumeCells.Claim),
            Text("StorageClass", volume => volume["spec"].Text("storageClassName")),
            Text("Reason", volume => volume["status"].Text("reason")), Age,
        ],
        ["persistentvolumeclaims"] =
        [
            Name, Text("Status", claim => claim["status"].Text("phase")), Text("Volume", claim => claim["spec"].Text("volumeName")),
            Text("Capacity", claim => claim["status"]?["capacity"].Text("storage")), Text("Access Modes", VolumeCells.Modes("status")),
            Text("StorageClass", claim => claim["spec"].Text("storageClassName")), Age,
        ],
        ["events"] =
        [
            Since("Last Seen", @event => @event["lastTimestamp"]), Text("Type", @event => @event.Text("type")),
            Text("Reason", @event => @event.Text("reason")), Text("Object", LaterCells.Involved),
            Wide("SubObject", @event => @event["involvedObject"].Text("fieldPath")), Wide("Source", LaterCells.Source),
            Text("Message", @event => @event.Text("message")),
            Since("First Seen", @event => @event["firstTimestamp"]) with { Priority = 1 },
            Number("Count", @event => @event["count"].AsNumber() ?? 0) with { Priority = 1 }, Name with { Priority = 1 },
        ],
        ["ingresses"] =
        [
            Name, Text("Class", ingress => TableCells.OrNone(ingress["spec"].Text("ingressClassName"))), Text("Hosts", LaterCells.Hosts),
            Text("Address", IngressCells.Address), Text("Ports", IngressCells.Ports), Age,
        ],
        ["poddisruptionbudgets"] =
        [
            Name, Text("Min Available", LaterCells.Amount("minAvailable")), Text("Max Unavailable", LaterCells.Amount("maxUnavailable")),
            Status("Allowed Disruptions", "disruptionsAllowed"), Age,
        ],
        ["priorityclasses"] =
        [
            Name, Number("Value", named => named["value"].AsNumber() ?? 0),
            Text("Global-Default", named => named["globalDefault"].IsTrue() ? "true" : "false"), Age,
        ],
        ["storageclasses"] =
        [
            LaterCells.MarkedName, Text("Provisioner", storage => storage.Text("provisioner")),
            Text("ReclaimPolicy", storage => storage.Text("reclaimPolicy")),
            Text("VolumeBindingMode", storage => storage.Text("volumeBindingMode")),
            Text("AllowVolumeExpansion", storage => storage["allowVolumeExpansion"].IsTrue() ? "true" : "false"), Age,
        ],
        ["endpointslices"] =
        [
            Name, Text("AddressType", slice => slice.Text("addressType")), Text("Ports", LaterCells.SlicePorts),
            Text("Endpoints", LaterCells.SliceAddresses), Age,
        ],
        ["leases"] = [Name, Text("Holder", lease => lease["spec"].Text("holderIdentity")), Age],
        ["csinodes"] = [Name, Number("Drivers", node => node["spec"]?["drivers"].Objects().Count() ?? 0), Age],
        ["controllerrevisions"] =
        [
            Name, Text("Controller", LaterCells.Controller), Number("Revision", revision => revision["revision"].AsNumber() ?? 0), Age,
        ],
        ["networkpolicies"] =
            [Name, Text("Pod-Selector", policy => TableCells.Labels(policy["spec"]?["podSelector"]?["matchLabels"])), Age],
        ["rolebindings"] = [Name, Text("Role", LaterCells.Role), Age],
        ["clusterrolebindings"] = [Name, Text("Role", LaterCells.Role), Age],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null: as 1.3 printed it.</summary>
    public static IReadOnlyList<TableColumn>? Find(string resource) => Table.GetValueOrDefault(resource);
}
