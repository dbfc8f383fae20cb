using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>autoscaling/v2beta2 HorizontalPodAutoscaler.</summary>
internal static class LaterAutoscalerWriter
{
    public static JsonObject Write(HorizontalPodAutoscaler scaler, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Uncounted(scaler.Metadata, setting),
        ["spec"] = new JsonObject
        {
            ["scaleTargetRef"] = new JsonObject { ["kind"] = scaler.TargetKind, ["name"] = scaler.TargetName }
                .Text("apiVersion", setting.Kinds.Find(scaler.TargetKind == "StatefulSet" ? "PetSet" : scaler.TargetKind)?.Version ?? ""),
        }
            .Node("minReplicas", scaler.MinReplicas)
            .Set("maxReplicas", scaler.MaxReplicas)
            .List("metrics", MetricsOf(scaler), metric => Write(metric.Metric, "target", Target(metric)))
            .Node("behavior", scaler.Behavior is { } behavior ? Write(behavior) : null),
        ["status"] = new JsonObject()
            .Node("lastScaleTime", setting.Clock.Text(scaler.Status.LastScaleTime))
            .Set("currentReplicas", scaler.Status.CurrentReplicas)
            .Set("desiredReplicas", scaler.Status.DesiredReplicas)
            .List("currentMetrics", scaler.Status.CurrentMetrics, metric => Write(metric.Metric, "current", Current(metric)))
            .List("conditions", scaler.Status.Conditions, condition => ConditionWriter.Write(condition, setting)),
    };

    /// <summary>One of autoscaling/v1 says only how much CPU its pods are to use.</summary>
    private static IReadOnlyList<ScalingMetric> MetricsOf(HorizontalPodAutoscaler scaler) =>
        scaler.Metrics.Count > 0 || scaler.TargetCpuUtilization is not { } percent
            ? scaler.Metrics
            :
            [
                new ScalingMetric
                {
                    Metric = new MetricIdentity { Source = MetricSource.Resource, Name = ResourceNames.Cpu }, AverageUtilization = percent,
                },
            ];

    private static JsonObject Write(MetricIdentity metric, string key, JsonObject value)
    {
        var described = new JsonObject { ["kind"] = metric.Described.Kind, ["name"] = metric.Described.Name }
            .Text("apiVersion", metric.Described.ApiVersion);
        var named = new JsonObject { ["name"] = metric.Name }.Node("selector", SelectorWriter.Write(metric.Selector));
        var source = metric.Source switch
        {
            MetricSource.Resource => new JsonObject { ["name"] = metric.Name },
            MetricSource.ContainerResource => new JsonObject { ["name"] = metric.Name, ["container"] = metric.Container },
            MetricSource.Object => new JsonObject { ["describedObject"] = described, ["metric"] = named },
            _ => new JsonObject { ["metric"] = named },
        };
        source[key] = value;
        var type = metric.Source.ToString();
        return new JsonObject { ["type"] = type, [char.ToLowerInvariant(type[0]) + type[1..]] = source };
    }

    private static JsonObject Target(ScalingMetric metric) => new JsonObject
    {
        ["type"] = metric.AverageUtilization is not null ? "Utilization" : metric.Value is not null ? "Value" : "AverageValue",
    }
        .Node("value", metric.Value?.ToString())
        .Node("averageValue", metric.AverageValue?.ToString())
        .Node("averageUtilization", metric.AverageUtilization);

    private static JsonObject Current(MetricStatus metric) => new JsonObject()
        .Node("value", metric.Value?.ToString())
        .Node("averageValue", metric.AverageValue?.ToString())
        .Node("averageUtilization", metric.AverageUtilization);

    private static JsonObject Write(ScalingBehavior behavior) =>
        new() { ["scaleUp"] = Write(behavior.ScaleUp), ["scaleDown"] = Write(behavior.ScaleDown) };

    private static JsonObject Write(ScalingRules rules) => new JsonObject()
        .Node("stabilizationWindowSeconds", rules.WindowSeconds)
        .Text("selectPolicy", rules.SelectPolicy)
        .List("policies", rules.Policies, policy => new JsonObject
        {
            ["type"] = policy.Type,
            ["value"] = policy.Value,
            ["periodSeconds"] = policy.PeriodSeconds,
        });
}
