using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>HorizontalPodAutoscaler of autoscaling/v1 and, with other names for the same, of extensions/v1beta1.</summary>
internal static class HorizontalPodAutoscalerReader
{
    /// <summary>SetDefaults_HorizontalPodAutoscaler of extensions/v1beta1.</summary>
    private const int BetaTargetPercentage = 80;

    public static HorizontalPodAutoscaler Read(FieldReader fields) => Read(fields, ReadSpec);

    public static HorizontalPodAutoscaler ReadBeta(FieldReader fields) => Read(fields, ReadBetaSpec);

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
