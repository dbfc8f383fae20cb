using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Tables;

/// <summary>Cells of volumes and claims.</summary>
internal static class VolumeCells
{
    private static readonly (string Mode, string Short)[] Known = [
        ("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX")];

    /// <param name="part"><c>spec</c> of volumes, <c>status</c> of claims.</param>
    public static Func<JsonObject, string> Modes(string part) => document =>
    {
        var modes = (document[part]?["accessModes"] as JsonArray ?? []).Select(mode => mode.AsText()).ToHashSet();
        return string.Join(',', Known.Where(known => modes.Contains(known.Mode)).Select(known => known.Short));
    };

    public static string Claim(JsonObject volume) => volume["spec"]?["claimRef"] is JsonObject claim
        ? $"{claim.Text("namespace")}/{claim.Text("name")}"
        : "";
}
