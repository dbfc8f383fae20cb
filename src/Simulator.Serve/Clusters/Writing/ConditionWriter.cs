using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>Conditions of workloads.</summary>
internal static class ConditionWriter
{
    public static JsonObject Write(ObjectCondition condition, Setting setting) => new JsonObject
    {
        ["type"] = condition.Type,
        ["status"] = condition.Status.ToString(),
    }
        .Node("lastUpdateTime", setting.Clock.Text(condition.LastUpdateTime))
        .Node("lastTransitionTime", setting.Clock.Text(condition.LastTransitionTime))
        .Text("reason", condition.Reason)
        .Text("message", condition.Message);
}
