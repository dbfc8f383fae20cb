namespace Simulator.Api;

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
        TargetCpuUtilization = fields.Optional("targetCPUUtilizationPercentage")?.Integer(1),
    };

    private static HorizontalPodAutoscaler ReadBetaSpec(FieldReader fields) => ReadBounds(fields, "scaleRef") with
    {
        TargetCpuUtilization = fields.Optional("cpuUtilization")?.Read(cpu => new Percentage(cpu.Integer("targetPercentage", BetaTargetPercentage, 1)))?.Value ?? BetaTargetPercentage,
    };

    private static HorizontalPodAutoscaler ReadBounds(FieldReader fields, string targetKey)
    {
        var target = fields.Context.Validates ? fields.Required(targetKey) : fields.Optional(targetKey);
        var scaler = target?.Read(ReadTarget) ?? new HorizontalPodAutoscaler();
        scaler = scaler with { MinReplicas = fields.Integer("minReplicas", 1, 1), MaxReplicas = fields.Integer("maxReplicas", 0, 1) };
        if (fields.Context.Validates && fields.Required("maxReplicas") is not null && scaler.MaxReplicas < scaler.MinReplicas) fields.ErrorAt("maxReplicas", $"{scaler.MaxReplicas} is less than minReplicas ({scaler.MinReplicas}); allowed is at least as many");
        return scaler;
    }

    private static HorizontalPodAutoscaler ReadTarget(FieldReader fields)
    {
        fields.Skip("apiVersion", "subresource", "namespace");
        return new HorizontalPodAutoscaler { TargetKind = fields.RequiredText("kind"), TargetName = fields.RequiredText("name") };
    }

    private sealed record Percentage(int Value);
}
