using System.Text.Json;
using Simulator.Api;

namespace Simulator.ControlPlane.Federation.Replicas;

/// <summary>The annotation in which a federated ReplicaSet says how it wants to be spread.</summary>
public static class PreferencesText
{
    public const string Annotation = "federation.kubernetes.io/replica-set-preferences";

    /// <summary>Odd but real: what cannot be read counts as nothing said, and nobody is told.</summary>
    public static ReplicaPreferences Read(LabelSet annotations)
    {
        if (annotations.ValueOrEmpty(Annotation) is not { Length: > 0 } text) return ReplicaPreferences.Even;
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            return ReplicaPreferences.Even;
        }
    }

    private static ReplicaPreferences Read(JsonElement root)
    {
        var clusters = new Dictionary<string, ClusterPreference>(StringComparer.Ordinal);
        if (Field(root, "clusters") is { ValueKind: JsonValueKind.Object } map)
        {
            foreach (var entry in map.EnumerateObject()) clusters[entry.Name] = PreferenceOf(entry.Value);
        }

        return new ReplicaPreferences(Field(root, "rebalance")?.GetBoolean() ?? false, clusters);
    }

    private static ClusterPreference PreferenceOf(JsonElement entry) =>
        new(Field(entry, "minReplicas")?.GetInt64() ?? 0, Field(entry, "maxReplicas")?.GetInt64(), Field(entry, "weight")?.GetInt64() ?? 0);

    /// <summary>Null where absent or null.</summary>
    private static JsonElement? Field(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
