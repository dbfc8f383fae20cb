using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Simulator.Scenarios.Import.Cleaning;

/// <summary>
/// Takes out what containers are shown of their pod, and variables, that only later versions allow: nothing that is simulated reads them,
/// and 1.3 would refuse every pod that takes the place of a lost one.
/// </summary>
internal static partial class EnvironmentWords
{
    private static readonly string[] OfVariables = ["metadata.name", "metadata.namespace", "status.podIP"];
    private static readonly string[] OfVolumes = ["metadata.name", "metadata.namespace", "metadata.labels", "metadata.annotations"];
    private static readonly string[] Resources = ["limits.cpu", "limits.memory", "requests.cpu", "requests.memory"];

    public static void RemoveFrom(JsonObject container) => container.Keep("env", variable =>
        Name().IsMatch(variable.Text("name"))
        && IsKnown(variable.Map("valueFrom"), OfVariables)
        && IsKey(variable.Map("valueFrom").Map("configMapKeyRef"))
        && IsKey(variable.Map("valueFrom").Map("secretKeyRef")));

    public static void RemoveFromVolume(JsonObject volume) =>
        volume.Map("downwardAPI")?.Keep("items", item => IsKnown(item, OfVolumes));

    private static bool IsKnown(JsonObject? source, string[] fields) =>
        (source.Map("fieldRef").Text("fieldPath") is var field && (field.Length == 0 || fields.Contains(field)))
        && (source.Map("resourceFieldRef").Text("resource") is var resource && (resource.Length == 0 || Resources.Contains(resource)));

    private static bool IsKey(JsonObject? reference) => reference is null || Key().IsMatch(reference.Text("key"));

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\.?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex Key();
}
