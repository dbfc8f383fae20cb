using System.Text.Json;
using Simulator.ControlPlane.Hosting;

namespace Simulator.Scenarios.Conformance.Federation.Timelines;

/// <summary>One recorded event.</summary>
internal sealed class TimelineEvent(JsonElement entry)
{
    public double At => entry.Number("t");

    public string What { get; } = entry.Text("what");

    public JsonElement Detail => entry.GetProperty("detail");

    public bool IsRecord => What is "dns-add" or "dns-remove";

    /// <summary>"" where it is of no cluster.</summary>
    public string Cluster => TextOr("cluster");

    public string Service => TextOr("service");

    /// <summary>Of a record.</summary>
    public string Name => TextOr("name");

    public RecordSet Set => SetOf(Name, [Detail.Text("type"), .. Detail.Texts("rrdatas")]);

    /// <param name="words">Type, then data.</param>
    public static RecordSet SetOf(string name, IReadOnlyList<string> words) =>
        new(name, words[0] == "A" ? RecordType.A : RecordType.Cname, [.. words.Skip(1)], TimeSpan.FromSeconds(180));

    private string TextOr(string field) =>
        Detail.ValueKind == JsonValueKind.Object && Detail.TryGetProperty(field, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : "";
}
