using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Import.Cleaning;

/// <summary>A horizontal autoscaler of autoscaling/v2 that looks at CPU alone, in the words of autoscaling/v1.</summary>
internal static class AutoscalerWords
{
    public static void Say(JsonObject spec, JsonObject scaler)
    {
        if (!scaler.Text("apiVersion").StartsWith("autoscaling/v2", StringComparison.Ordinal)) return;
        if (spec.Maps("metrics").ToList() is not [var metric] || metric.Map("resource") is not { } resource) return;
        var percent = resource.Map("target")?["averageUtilization"] ?? resource["targetAverageUtilization"];
        if (resource.Text("name") != "cpu" || percent is null) return;
        spec["targetCPUUtilizationPercentage"] = percent.DeepClone();
        spec.Remove("metrics", "behavior");
        scaler["apiVersion"] = "autoscaling/v1";
    }
}
