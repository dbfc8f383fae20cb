using System.Text.Json;
using Simulator.ControlPlane.Federation.Replicas;

namespace Simulator.Scenarios.Conformance.Federation;

/// <summary>How many replicas each cluster gets from 1.4's planner, and how many more it may try.</summary>
public sealed class FederationPlannerKind : IConformanceKind
{
    public string Kind => "federation-planner-1.4";

    public string? Difference(JsonElement recording)
    {
        var preferences = new ReplicaPreferences(
            recording.Bool("rebalance"),
            recording.GetProperty("preferences").EnumerateObject().ToDictionary(entry => entry.Name, entry => PreferenceOf(entry.Value)));
        var plan = Planner.Plan(preferences, new ReplicaTask(
            recording.Long("replicas"),
            recording.Texts("availableClusters"),
            Numbers(recording, "currentReplicaCount"),
            Numbers(recording, "estimatedCapacity"),
            recording.Text("replicaSetKey")));
        return Compare("plan", plan.Replicas, Numbers(recording, "expectedPlan"))
            ?? Compare("overflow", plan.Overflow, Numbers(recording, "expectedOverflow"));
    }

    private static ClusterPreference PreferenceOf(JsonElement entry) => new(
        entry.Long("minReplicas"),
        entry.GetProperty("maxReplicas") is { ValueKind: JsonValueKind.Number } max ? max.GetInt64() : null,
        entry.Long("weight"));

    private static Dictionary<string, long> Numbers(JsonElement recording, string field) =>
        recording.GetProperty(field) is { ValueKind: JsonValueKind.Object } map
            ? map.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetInt64())
            : [];

    private static string? Compare(string what, IReadOnlyDictionary<string, long> planned, IReadOnlyDictionary<string, long> recorded)
    {
        var (ours, theirs) = (Describe(planned), Describe(recorded));
        return ours == theirs ? null : $"{what} {ours}, recorded {theirs}";
    }

    private static string Describe(IReadOnlyDictionary<string, long> numbers) =>
        string.Join(' ', numbers.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}"));
}
