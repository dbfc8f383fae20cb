using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>policy/v1beta1 PodDisruptionBudget.</summary>
internal static class PodDisruptionBudgetReader
{
    public static PodDisruptionBudget Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var status = fields.Object("status", ReadStatus) ?? new DisruptionStatus();
        return fields.ReadSpec(ReadSpec, new PodDisruptionBudget()) with { Metadata = metadata, Status = status };
    }

    private static PodDisruptionBudget ReadSpec(FieldReader fields) => new()
    {
        Selector = fields.Object("selector", SelectorReader.Read),
        MinAvailable = ReadAmount(fields, "minAvailable"),
        MaxUnavailable = ReadAmount(fields, "maxUnavailable"),
    };

    /// <summary>A whole number or a text such as 50%.</summary>
    private static string? ReadAmount(FieldReader fields, string key) =>
        fields.Optional(key) is not { } value ? null : value.Node is SourceScalar scalar ? scalar.Text : value.Text();

    private static DisruptionStatus ReadStatus(FieldReader fields) => new()
    {
        ObservedGeneration = fields.Long("observedGeneration"),
        DisruptedPods = fields.Optional("disruptedPods")?.Entries()
            .ToDictionary(pod => pod.Key, pod => pod.Value.Timestamp() ?? Instant.Start) ?? [],
        DisruptionsAllowed = fields.Integer("disruptionsAllowed"),
        CurrentHealthy = fields.Integer("currentHealthy"),
        DesiredHealthy = fields.Integer("desiredHealthy"),
        ExpectedPods = fields.Integer("expectedPods"),
    };
}
