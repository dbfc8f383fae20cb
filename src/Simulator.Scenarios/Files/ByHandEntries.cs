using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files;

/// <summary>Troubles and operations that people begin while a run is served, read as its file would be read with them.</summary>
/// <param name="document">The scenario's file.</param>
/// <param name="settings">What was changed in it.</param>
public sealed class ByHandEntries(SourceNode document, IReadOnlyList<Setting> settings)
{
    /// <summary>A year, in which any moment of a served run lies.</summary>
    public static readonly TimeSpan End = TimeSpan.FromHours(8784);

    /// <summary>What the entry itself has no business to say.</summary>
    private static readonly string[] Reserved = ["at", "after", "byHand", "repeat"];

    /// <param name="text">One outage, in YAML or JSON, without a time.</param>
    /// <exception cref="FormatException">The sentences say what is wrong.</exception>
    public IReadOnlyList<OutageSpec> Outages(string text, TimeSpan now)
    {
        var before = Read([]).Outages.Count;
        return [.. Read([Added("outages", text, now)]).Outages.Skip(before)];
    }

    /// <param name="text">One operation, in YAML or JSON, without a time.</param>
    /// <exception cref="FormatException">The sentences say what is wrong.</exception>
    public IReadOnlyList<OperationSpec> Operations(string text, TimeSpan now) =>
        [.. Read([Added("operations", text, now)]).Operations.Where(operation => operation.IsByHand && operation.At == now)];

    /// <summary>The text of an entry with the moment at which it began.</summary>
    /// <exception cref="FormatException">The sentences say what is wrong.</exception>
    public static JsonObject Timed(string text, TimeSpan at)
    {
        var timed = new JsonObject { ["at"] = GoDuration.Format(at), ["byHand"] = true };
        foreach (var (key, value) in Parsed(text))
        {
            if (Reserved.Contains(key)) throw new FormatException($"the key '{key}' is not allowed: it begins now, once");
            timed.Add(key, value?.DeepClone());
        }

        return timed;
    }

    private static Setting Added(string list, string text, TimeSpan now) => new($"{list}[+]", Timed(text, now).ToJsonString());

    private static JsonObject Parsed(string text)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ParseYaml("what was sent", text, diagnostics);
        if (diagnostics.HasErrors) throw new FormatException(Sentences(diagnostics));
        return documents is [SourceMapping mapping]
            ? (JsonObject)JsonNode.Parse(SourceJson.Write(mapping))!
            : throw new FormatException("allowed is one mapping, as in kind: power-loss");
    }

    private Scenario Read(IReadOnlyList<Setting> more)
    {
        var diagnostics = new Diagnostics();
        var file = ScenarioReader.Read(document, diagnostics, measures: null, [.. settings, .. more]);
        return file.Scenario ?? throw new FormatException(Sentences(diagnostics));
    }

    private static string Sentences(Diagnostics diagnostics) => string.Join("; ", diagnostics.Errors.Select(error => error.Message));
}
