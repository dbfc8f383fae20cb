using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 Node; its heartbeat is that of the moment, for the store keeps only what changes.</summary>
internal static class NodeWriter
{
    private static readonly Dictionary<(string Type, ConditionStatus Status), string> Messages = new()
    {
        [(NodeConditionType.OutOfDisk, ConditionStatus.False)] = "kubelet has sufficient disk space available",
        [(NodeConditionType.OutOfDisk, ConditionStatus.True)] = "out of disk space",
        [(NodeConditionType.MemoryPressure, ConditionStatus.False)] = "kubelet has sufficient memory available",
        [(NodeConditionType.MemoryPressure, ConditionStatus.True)] = "kubelet has insufficient memory available",
        [(NodeConditionType.Ready, ConditionStatus.True)] = "kubelet is posting ready status",
    };

    public static JsonObject Write(Node node, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(node.Metadata, setting),
        ["spec"] = new JsonObject { ["externalID"] = node.Name }.Flag("unschedulable", node.Spec.Unschedulable),
        ["status"] = WriteStatus(node, setting),
    };

    private static JsonObject WriteStatus(Node node, Setting setting)
    {
        var beat = setting.LastHeartbeat(node);
        return new JsonObject()
            .Amounts("capacity", node.Status.Capacity)
            .Amounts("allocatable", node.Status.Allocatable)
            .List("conditions", node.Status.Conditions, condition => Write(condition, beat, setting))
            .List("addresses", Addresses(node, setting), address => address)
            .Set("daemonEndpoints", new JsonObject { ["kubeletEndpoint"] = new JsonObject { ["Port"] = 10250 } })
            .Set("nodeInfo", WriteInfo(node.Status.KubeletVersion))
            .List("images", node.Status.Images, WriteImage)
            .Texts("volumesInUse", node.Status.VolumesInUse)
            .List("volumesAttached", node.Status.VolumesAttached, WriteAttached);
    }

    private static List<JsonObject> Addresses(Node node, Setting setting)
    {
        var address = setting.Addresses.Of(node.Name);
        if (address.Length == 0) return [];
        return [
            new JsonObject { ["type"] = "LegacyHostIP", ["address"] = address },
            new JsonObject { ["type"] = "InternalIP", ["address"] = address }];
    }

    private static JsonObject Write(NodeCondition condition, Instant? beat, Setting setting) => new JsonObject
    {
        ["type"] = condition.Type,
        ["status"] = condition.Status.ToString(),
    }
        .Set("lastHeartbeatTime", setting.Clock.Text(Later(beat, condition.LastHeartbeatTime)))
        .Set("lastTransitionTime", setting.Clock.Text(condition.LastTransitionTime))
        .Text("reason", condition.Reason)
        .Text("message", MessageOf(condition));

    private static string MessageOf(NodeCondition condition) => condition.Status == ConditionStatus.Unknown
        ? "Kubelet stopped posting node status."
        : Messages.GetValueOrDefault((condition.Type, condition.Status), "");

    private static Instant? Later(Instant? one, Instant? other) => one is null || other > one ? other : one.Value.TruncatedToSecond;

    private static JsonObject WriteInfo(string version) => new()
    {
        ["machineID"] = "",
        ["systemUUID"] = "",
        ["bootID"] = "",
        ["kernelVersion"] = "",
        ["osImage"] = "",
        ["containerRuntimeVersion"] = version.Length == 0 ? "" : "docker://1.11.2",
        ["kubeletVersion"] = version,
        ["kubeProxyVersion"] = version,
        ["operatingSystem"] = version.Length == 0 ? "" : "linux",
        ["architecture"] = version.Length == 0 ? "" : "amd64",
    };

    private static JsonObject WriteImage(ContainerImage image) => new JsonObject().Texts("names", image.Names)
        .Number("sizeBytes", image.SizeBytes);

    private static JsonObject WriteAttached(string volume) => new() { ["name"] = volume, ["devicePath"] = "" };
}
