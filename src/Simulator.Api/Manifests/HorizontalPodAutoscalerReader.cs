using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>
/// HorizontalPodAutoscaler of autoscaling/v1 and, with other names for the same, of extensions/v1beta1; and what came later, with any
/// number of metrics.
/// </summary>
internal static class HorizontalPodAutoscalerReader
{
    /// <summary>SetDefaults_HorizontalPodAutoscaler of extensions/v1beta1.</summary>
    private const int BetaTargetPercentage = 80;

    public static HorizontalPodAutoscaler Read(FieldReader fields) => Read(fields, ReadSpec);

    public static HorizontalPodAutoscaler ReadBeta(FieldReader fields) => Read(fields, ReadBetaSpec);

    /// <summary>autoscaling/v2 and v2beta2.</summary>
    public static HorizontalPodAutoscaler ReadMetrics(FieldReader fields) =>
        Read(
            fields,
            spec => WithMetrics(spec, ScalingMetricReader.Read) with { Behavior = spec.Object("behavior", ScalingBehaviorReader.Read) });

    /// <summary>autoscaling/v2beta1.</summary>
    public static HorizontalPodAutoscaler ReadFlatMetrics(FieldReader fields) =>
        Read(fields, spec => WithMetrics(spec, ScalingMetricReader.ReadFlat));

    /// <summary>The percentage of the requested CPU is what autoscaling/v1 calls by a name of its own.</summary>
    private static HorizontalPodAutoscaler WithMetrics(FieldReader fields, Func<FieldReader, ScalingMetric> read)
    {
        var metrics = fields.List("metrics", read);
        return ReadBounds(fields, "scaleTargetRef") with
        {
            Metrics = metrics,
            TargetCpuUtilization = metrics.FirstOrDefault(
                metric => metric is { Metric: { Source: MetricSource.Resource, Name: ResourceNames.Cpu } })?.AverageUtilization,
        };
    }

    private static HorizontalPodAutoscaler Read(FieldReader fields, Func<FieldReader, HorizontalPodAutoscaler> readSpec)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        return fields.ReadSpec(readSpec, new HorizontalPodAutoscaler()) with { Metadata = metadata };
    }

    private static HorizontalPodAutoscaler ReadSpec(FieldReader fields) => ReadBounds(fields, "scaleTargetRef") with
    {
        TargetCpuUtilization = fields.Optional("targetCPUUtilizationPercentage")?.Integer(),
    };

    private static HorizontalPodAutoscaler ReadBetaSpec(FieldReader fields) => ReadBounds(fields, "scaleRef") with
    {
        TargetCpuUtilization =
            fields.Optional("cpuUtilization")?.Read(cpu => new Percentage(cpu.Integer("targetPercentage", BetaTargetPercentage)))?.Value
            ?? BetaTargetPercentage,
    };

    private static HorizontalPodAutoscaler ReadBounds(FieldReader fields, string targetKey) =>
        (fields.Object(targetKey, ReadTarget) ?? new HorizontalPodAutoscaler()) with
        {
            MinReplicas = fields.Integer("minReplicas", 1),
            MaxReplicas = fields.Integer("maxReplicas"),
        };

    private static HorizontalPodAutoscaler ReadTarget(FieldReader fields)
    {
        fields.Skip("apiVersion", "subresource", "namespace");
        return new HorizontalPodAutoscaler { TargetKind = fields.Text("kind"), TargetName = fields.Text("name") };
    }

    private sealed record Percentage(int Value);
}
