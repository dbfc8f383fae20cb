using System.Text.Json;
using Simulator.Api;

namespace Simulator.Scenarios.Conformance.Workloads.Owned;

/// <summary>Conditions of a status, as the API writes them.</summary>
internal static class RecordedConditions
{
    public static IReadOnlyList<ObjectCondition> Read(JsonElement status) => [.. status.List("conditions").Select(condition =>
        new ObjectCondition(
            condition.Text("type"), Enum.Parse<ConditionStatus>(condition.Text("status")), TextOr(condition, "reason"),
            TextOr(condition, "message"), RecordedText.Time(condition, "lastTransitionTime"),
            RecordedText.Time(condition, "lastUpdateTime")))];

    public static IEnumerable<object> Write(IReadOnlyList<ObjectCondition> conditions) => conditions.Select(condition => new
    {
        type = condition.Type,
        status = condition.Status.ToString(),
        lastUpdateTime = RecordedText.Time(condition.LastUpdateTime),
        lastTransitionTime = RecordedText.Time(condition.LastTransitionTime),
        reason = condition.Reason,
        message = condition.Message,
    });

    private static string TextOr(JsonElement value, string field) =>
        value.TryGetProperty(field, out var text) ? text.GetString() ?? "" : "";
}
