using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>Deployments as apps/v1 shows them: how many are ready, and whether that is enough, which newer clients wait for.</summary>
internal sealed class LaterDeployments : IView
{
    public void ToStored(JsonObject document)
    {
        if (document["status"] is not JsonObject status) return;
        status.Remove("readyReplicas");
        status.Remove("conditions");
    }

    public void ToShown(JsonObject document)
    {
        var (spec, status) = (document.Child("spec"), document.Child("status"));
        var available = status["availableReplicas"].AsNumber() ?? 0;
        if (available > 0) status["readyReplicas"] = available;
        var isEnough = available >= (spec["replicas"].AsNumber() ?? 1) - Missable(spec);
        status["conditions"] = new JsonArray(new JsonObject
        {
            ["type"] = "Available",
            ["status"] = isEnough ? "True" : "False",
            ["lastUpdateTime"] = document["metadata"]?["creationTimestamp"]?.DeepClone(),
            ["lastTransitionTime"] = document["metadata"]?["creationTimestamp"]?.DeepClone(),
            ["reason"] = isEnough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            ["message"] = isEnough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.",
        });
    }

    /// <summary>
    /// A share of the replicas is rounded down (pkg/controller/deployment/util); recreated ones are all missing for a while.
    /// </summary>
    private static long Missable(JsonObject spec)
    {
        var most = spec["strategy"]?["rollingUpdate"]?["maxUnavailable"];
        if (most.AsText() is not { } share) return most.AsNumber() ?? 0;
        return long.TryParse(share.TrimEnd('%'), out var percent) ? (spec["replicas"].AsNumber() ?? 1) * percent / 100 : 0;
    }
}
