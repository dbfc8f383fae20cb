using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Subresources;

/// <summary>Conditions of pods that the API server itself sets.</summary>
internal static class PodConditions
{
    /// <summary>A bound pod is scheduled: since now, unless it was already.</summary>
    public static JsonObject Scheduled(JsonObject pod, DateTimeOffset now)
    {
        var status = pod.Child("status");
        if (status["conditions"] is not JsonArray conditions) status["conditions"] = conditions = [];
        var condition = new JsonObject
        {
            ["type"] = "PodScheduled",
            ["status"] = "True",
            ["lastProbeTime"] = null,
            ["lastTransitionTime"] = Timestamp.Of(now),
        };
        for (var i = 0; i < conditions.Count; i++)
        {
            if (conditions[i].Text("type") != "PodScheduled") continue;
            if (conditions[i].Text("status") == "True") condition.Take(conditions[i]!.AsObject(), "lastTransitionTime");
            conditions[i] = condition;
            return pod;
        }

        conditions.Add(condition);
        return pod;
    }
}
