using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Tables;

/// <summary>Cells of horizontal autoscalers, as they are stored.</summary>
internal static class AutoscalerCells
{
    public static string Reference(JsonObject autoscaler)
    {
        var target = autoscaler["spec"]?["scaleTargetRef"];
        return $"{target.Text("kind")}/{target.Text("name")}";
    }

    public static string Target(JsonObject autoscaler) => Percent(autoscaler["spec"]?["targetCPUUtilizationPercentage"], "<unset>");

    public static string Current(JsonObject autoscaler) => Percent(autoscaler["status"]?["currentCPUUtilizationPercentage"], "<waiting>");

    private static string Percent(JsonNode? number, string absent) => number is null ? absent : $"{number.ToJsonString()}%";
}
