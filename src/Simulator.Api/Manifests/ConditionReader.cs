using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>Conditions in the status of pods and nodes.</summary>
internal static class ConditionReader
{
    public static NodeCondition Read(FieldReader fields) => new(
        fields.Text("type"),
        StatusOf(fields.Text("status")),
        fields.Text("reason"),
        fields.Optional("lastHeartbeatTime")?.Timestamp(),
        fields.Optional("lastTransitionTime")?.Timestamp());

    /// <summary>The condition of a pod; null if it has none of the type.</summary>
    public static Condition? Find(IReadOnlyList<NodeCondition> conditions, string type)
    {
        var found = conditions.FirstOrDefault(condition => condition.Type == type);
        return found is null ? null : new Condition(found.Status, found.Reason, found.LastTransitionTime);
    }

    /// <summary>Anything but True and False is Unknown: decisions compare with those two only.</summary>
    private static ConditionStatus StatusOf(string text) => text switch
    {
        "True" => ConditionStatus.True,
        "False" => ConditionStatus.False,
        _ => ConditionStatus.Unknown,
    };
}
