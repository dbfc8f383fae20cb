using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 Node with the fields of 1.20.2.</summary>
internal static class LaterNodeWriter
{
    /// <summary>pkg/kubelet/nodestatus/setters.go</summary>
    private static readonly Dictionary<(string Type, string Status), string> Messages = new()
    {
        [(NodeConditionType.MemoryPressure, "False")] = "kubelet has sufficient memory available",
        [(NodeConditionType.MemoryPressure, "True")] = "kubelet has insufficient memory available",
        [(NodeConditionType.DiskPressure, "False")] = "kubelet has no disk pressure",
        [(NodeConditionType.DiskPressure, "True")] = "kubelet has disk pressure",
        [(NodeConditionType.PidPressure, "False")] = "kubelet has sufficient PID available",
        [(NodeConditionType.PidPressure, "True")] = "kubelet has insufficient PID available",
    };

    public static JsonObject Write(Node node, Setting setting)
    {
        var written = NodeWriter.Write(node, setting);
        var spec = written["spec"]!.AsObject();
        spec.Remove("externalID");
        spec.List("taints", node.Spec.Taints.Value, Write);
        var status = written["status"]!.AsObject();
        foreach (var condition in status["conditions"]?.AsArray() ?? []) Tell(condition!.AsObject());
        if (status["addresses"] is JsonArray { Count: > 0 } addresses)
        {
            var address = (string?)addresses[0]!["address"];
            status["addresses"] = new JsonArray(
                new JsonObject { ["type"] = "InternalIP", ["address"] = address },
                new JsonObject { ["type"] = "Hostname", ["address"] = node.Name });
        }

        return written;
    }

    private static void Tell(JsonObject condition)
    {
        var key = ((string?)condition["type"] ?? "", (string?)condition["status"] ?? "");
        if (Messages.TryGetValue(key, out var message)) condition["message"] = message;
    }

    private static JsonObject Write(Taint taint) => new JsonObject { ["key"] = taint.Key }
        .Text("value", taint.Value)
        .Set("effect", taint.Effect);
}
