using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>policy/v1beta1 PodDisruptionBudget.</summary>
internal static class BudgetWriter
{
    public static JsonObject Write(PodDisruptionBudget budget, Setting setting) => new()
    {
        ["metadata"] = MetaWriter.Write(budget.Metadata, setting),
        ["spec"] = new JsonObject()
            .Node("minAvailable", Amount(budget.MinAvailable))
            .Node("selector", SelectorWriter.Write(budget.Selector))
            .Node("maxUnavailable", Amount(budget.MaxUnavailable)),
        ["status"] = WriteStatus(budget.Status, setting),
    };

    private static JsonObject WriteStatus(DisruptionStatus status, Setting setting)
    {
        var gone = new JsonObject();
        foreach (var (pod, at) in status.DisruptedPods.OrderBy(one => one.Key, StringComparer.Ordinal)) gone[pod] = setting.Clock.Text(at);
        return new JsonObject()
            .Number("observedGeneration", status.ObservedGeneration)
            .Node("disruptedPods", gone.Count > 0 ? gone : null)
            .Set("disruptionsAllowed", status.DisruptionsAllowed)
            .Set("currentHealthy", status.CurrentHealthy)
            .Set("desiredHealthy", status.DesiredHealthy)
            .Set("expectedPods", status.ExpectedPods);
    }

    /// <summary>A whole number, or a share.</summary>
    private static JsonNode? Amount(string? text) =>
        text is null ? null : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : text;
}
