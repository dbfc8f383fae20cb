using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>autoscaling/v1 HorizontalPodAutoscaler.</summary>
internal static class HorizontalPodAutoscalerWriter
{
    public static JsonObject Write(HorizontalPodAutoscaler scaler, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(scaler.Metadata, setting),
        ["spec"] = new JsonObject
        {
            ["scaleTargetRef"] = new JsonObject { ["kind"] = scaler.TargetKind, ["name"] = scaler.TargetName }
                .Text("apiVersion", setting.Kinds.Find(scaler.TargetKind)?.Version ?? ""),
        }
            .Node("minReplicas", scaler.MinReplicas)
            .Set("maxReplicas", scaler.MaxReplicas)
            .Node("targetCPUUtilizationPercentage", scaler.TargetCpuUtilization),
        ["status"] = new JsonObject()
            .Node("lastScaleTime", setting.Clock.Text(scaler.Status.LastScaleTime))
            .Set("currentReplicas", scaler.Status.CurrentReplicas)
            .Set("desiredReplicas", scaler.Status.DesiredReplicas)
            .Node("currentCPUUtilizationPercentage", scaler.Status.CpuUtilization),
    };
}
