using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 Pod.</summary>
internal static class PodWriter
{
    public static JsonObject Write(Pod pod, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(pod.Metadata, setting),
        ["spec"] = PodSpecWriter.Write(pod.Spec, pod.Metadata.Annotations),
        ["status"] = WriteStatus(pod, setting),
    };

    private static JsonObject WriteStatus(Pod pod, Setting setting)
    {
        var status = pod.Status;
        return new JsonObject()
            .Text("phase", status.Phase.ToString())
            .List("conditions", Conditions(pod, setting), condition => condition)
            .Text("message", status.Reason == "NodeLost" ? $"Node {pod.NodeName} which was running pod {pod.Name} is unresponsive" : "")
            .Text("reason", status.Reason)
            .Text("hostIP", status.StartTime is null ? "" : setting.Addresses.Of(pod.NodeName))
            .Text("podIP", status.PodIP)
            .Node("startTime", setting.Clock.Text(status.StartTime))
            .List("containerStatuses", ContainerStatuses(pod, setting), container => container);
    }

    /// <summary>In the order in which 1.3.10 sets them.</summary>
    private static List<JsonObject> Conditions(Pod pod, Setting setting)
    {
        var conditions = new List<JsonObject>();
        if (pod.Status.StartTime is { } start) conditions.Add(Write("Initialized", ConditionStatus.True, "", start, setting));
        if (pod.Status.Ready is { } ready) conditions.Add(Write("Ready", ready.Status, ReasonOf(ready), ready.LastTransitionTime, setting));
        if (pod.Status.Scheduled is { } bound)
        {
            conditions.Add(Write("PodScheduled", bound.Status, bound.Reason, bound.LastTransitionTime, setting));
        }
        foreach (var other in pod.Status.OtherConditions)
        {
            conditions.Add(Write(other.Type, other.Status, other.Reason, other.LastTransitionTime, setting));
        }
        return conditions;
    }

    /// <summary>pkg/kubelet/status/generate.go; the condition of a settled pod has none.</summary>
    private static string ReasonOf(Condition ready) =>
        ready.Status != ConditionStatus.True && ready.Reason.Length == 0 ? "ContainersNotReady" : ready.Reason;

    private static JsonObject Write(string type, ConditionStatus status, string reason, Instant? since, Setting setting) =>
        new JsonObject { ["type"] = type, ["status"] = status.ToString(), ["lastProbeTime"] = null }
            .Set("lastTransitionTime", setting.Clock.Text(since))
            .Text("reason", reason);

    /// <summary>
    /// A status of the simulated API keeps the pod's phase, readiness and restarts: what its containers do follows from these. None before
    /// its kubelet has reported.
    /// </summary>
    private static List<JsonObject> ContainerStatuses(Pod pod, Setting setting)
    {
        var statuses = new List<JsonObject>();
        if (pod.Status.StartTime is null) return statuses;
        for (var i = 0; i < pod.Spec.Containers.Count; i++)
        {
            var restarts = i < pod.Status.ContainerRestarts.Count ? pod.Status.ContainerRestarts[i] : 0;
            statuses.Add(Write(pod.Spec.Containers[i], restarts, pod, setting));
        }

        return statuses;
    }

    private static JsonObject Write(Container container, int restarts, Pod pod, Setting setting)
    {
        var written = new JsonObject
        {
            ["name"] = container.Name,
            ["state"] = StateOf(pod, setting),
            ["lastState"] = restarts == 0 ? new JsonObject() : Terminated(pod.Status.StartTime, 1, "Error", setting),
            ["ready"] = pod.IsReady,
            ["restartCount"] = restarts,
            ["image"] = container.Image,
            ["imageID"] = pod.Status.Phase == PodPhase.Pending ? "" : $"docker://{container.Image}",
        };
        return pod.Status.Phase == PodPhase.Pending
            ? written
            : written.Text("containerID", $"docker://{pod.Metadata.Uid}/{container.Name}");
    }

    private static JsonObject StateOf(Pod pod, Setting setting) => pod.Status.Phase switch
    {
        PodPhase.Pending => new JsonObject { ["waiting"] = new JsonObject { ["reason"] = "ContainerCreating" } },
        PodPhase.Succeeded => Terminated(pod.Status.StartTime, 0, "Completed", setting),
        PodPhase.Failed => Terminated(pod.Status.StartTime, 1, "Error", setting),
        _ => new JsonObject { ["running"] = new JsonObject { ["startedAt"] = setting.Clock.Text(SinceOf(pod)) } },
    };

    private static Instant? SinceOf(Pod pod) => pod.IsReady ? pod.Status.Ready!.LastTransitionTime : pod.Status.StartTime;

    private static JsonObject Terminated(Instant? since, int code, string reason, Setting setting) => new()
    {
        ["terminated"] = new JsonObject { ["exitCode"] = code, ["reason"] = reason }
            .Set("startedAt", setting.Clock.Text(since))
            .Set("finishedAt", setting.Clock.Text(since)),
    };
}
