using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Serve.Clusters.Writing;
using Simulator.Serve.Documents;
using Simulator.World.Specification;

namespace Simulator.Serve.Runs;

/// <summary>
/// Makes a scenario of what was done from outside. Documents that nobody acts upon are not in it: no run would read them.
/// </summary>
public sealed class CommandRecord(ServedScenario served) : ICommandLog
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly RecordedScenario _record = new(served.Document, served.Settings);
    private readonly Dictionary<string, KindTable> _kinds =
        served.Scenario.Clusters.ToDictionary(cluster => cluster.Name, cluster => KindTable.Of(cluster.Version.Api));

    private readonly List<TimeSpan> _began = [];

    /// <summary>Commands that no scenario can hold.</summary>
    public int LeftOut { get; private set; }

    public void Append(OutsideCommand command)
    {
        switch (command.Kind)
        {
            case CommandKind.Store: _record.AddOperation(Stored(command)); break;
            case CommandKind.Remove: _record.AddOperation(Removed(command)); break;
            case CommandKind.Operation: _record.AddOperation(ByHandEntries.Timed(command.Text, command.At)); break;
            case CommandKind.TroubleBegins:
                _began.Add(command.At);
                _record.AddOutage(ByHandEntries.Timed(command.Text, command.At));
                break;
            case CommandKind.TroubleEnds:
                var number = int.Parse(command.Subject, CultureInfo.InvariantCulture) - 1;
                _record.End(number, command.At - _began[number]);
                break;
            default: LeftOut++; break;
        }
    }

    /// <param name="end">Of the run.</param>
    /// <param name="folder">Where the file will lie.</param>
    public string Text(ServedSpec spec, TimeSpan end, string folder) => _record.Text(spec, end, folder);

    private JsonObject Stored(OutsideCommand command)
    {
        var row = RowOf(command, OutsideWriter.KeyOf(command.Subject));
        var given = (JsonObject)JsonNode.Parse(command.Text)!;
        var named = new JsonObject { ["kind"] = row.Shown, ["apiVersion"] = row.Version };
        foreach (var (key, value) in given)
        {
            if (!named.ContainsKey(key)) named.Add(key, value?.DeepClone());
        }

        var entry = Begun(command);
        entry["store"] = named.ToJsonString(Readable);
        entry["parts"] = new JsonArray([.. StoredPartNames.Of(command.Parts).Select(part => (JsonNode)part)]);
        return entry;
    }

    private JsonObject Removed(OutsideCommand command)
    {
        var key = OutsideWriter.KeyOf(command.Subject);
        var entry = Begun(command);
        if (key.Namespace.Length > 0) entry["namespace"] = key.Namespace;
        entry["remove"] = $"{RowOf(command, key).Kind}/{key.Name}";
        return entry;
    }

    /// <summary>A federation keeps its objects in the early groups.</summary>
    private KindRow RowOf(OutsideCommand command, DocumentKey key) =>
        (_kinds.GetValueOrDefault(command.Cluster) ?? KindTable.Of(ApiGroups.Extensions)).OfResource(key.Resource)!;

    private static JsonObject Begun(OutsideCommand command) => new()
    {
        ["at"] = GoDuration.Format(command.At),
        ["byHand"] = true,
        ["cluster"] = command.Cluster,
    };
}
