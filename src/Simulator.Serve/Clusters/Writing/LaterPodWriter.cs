using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>v1 Pod with the fields of 1.20.2.</summary>
internal static class LaterPodWriter
{
    public static JsonObject Write(Pod pod, Setting setting)
    {
        var written = PodWriter.Write(pod, setting);
        LaterSpecWriter.Complete(written["spec"]!.AsObject(), pod.Spec);
        var status = written["status"]!.AsObject().Text("nominatedNodeName", pod.Status.NominatedNodeName);
        if (status["conditions"] is JsonArray conditions) AddContainersReady(conditions);
        return written;
    }

    /// <summary>All containers are ready when the pod is: nobody waits for more (readiness gates).</summary>
    private static void AddContainersReady(JsonArray conditions)
    {
        var ready = conditions.FirstOrDefault(condition => (string?)condition!["type"] == "Ready");
        if (ready is null) return;
        var copy = ready.DeepClone();
        copy["type"] = "ContainersReady";
        conditions.Insert(conditions.IndexOf(ready) + 1, copy);
    }
}
