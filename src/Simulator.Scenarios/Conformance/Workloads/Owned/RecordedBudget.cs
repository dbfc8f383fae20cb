using System.Text.Json;
using Simulator.Api;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>A disruption budget of a recording.</summary>
internal static class RecordedBudget
{
    public static PodDisruptionBudget Read(string name, JsonElement spec, JsonElement status, long generation) => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = RecordedPod.Namespace, Generation = generation },
        MinAvailable = CountOrShare(spec, "minAvailable"),
        MaxUnavailable = CountOrShare(spec, "maxUnavailable"),
        Selector = spec.TryGetProperty("selector", out var selector) ? ReadSelector(selector) : null,
        Status = new DisruptionStatus
        {
            ObservedGeneration = status.IntOr("observedGeneration", 0),
            DisruptedPods = ReadDisrupted(status),
            DisruptionsAllowed = status.IntOr("disruptionsAllowed", 0),
            CurrentHealthy = status.IntOr("currentHealthy", 0),
            DesiredHealthy = status.IntOr("desiredHealthy", 0),
            ExpectedPods = status.IntOr("expectedPods", 0),
        },
    };

    public static object Write(DisruptionStatus status) => new
    {
        observedGeneration = status.ObservedGeneration,
        disruptedPods = status.DisruptedPods.ToDictionary(pod => pod.Key, pod => RecordedText.Time(pod.Value)),
        disruptionsAllowed = status.DisruptionsAllowed,
        currentHealthy = status.CurrentHealthy,
        desiredHealthy = status.DesiredHealthy,
        expectedPods = status.ExpectedPods,
    };

    public static LabelSelector ReadSelector(JsonElement selector) => new()
    {
        MatchLabels = selector.Labels("matchLabels"),
        MatchExpressions = [.. selector.List("matchExpressions").Select(expression =>
            new SelectorRequirement(expression.Text("key"), expression.Text("operator"), expression.Texts("values")))],
    };

    private static Dictionary<string, Instant> ReadDisrupted(JsonElement status) =>
        status.TryGetProperty("disruptedPods", out var pods) && pods.ValueKind == JsonValueKind.Object
            ? pods.EnumerateObject().ToDictionary(pod => pod.Name, pod => RecordedText.Time(pod.Value.GetString()!))
            : [];

    private static string? CountOrShare(JsonElement spec, string field) => spec.TryGetProperty(field, out var value)
        ? value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString()
        : null;
}
