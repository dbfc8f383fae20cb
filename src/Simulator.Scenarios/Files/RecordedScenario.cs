using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Settings;
using Simulator.Scenarios.Files.Shapes;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files;

/// <summary>The file of a scenario together with what was done by hand while it was served: run, it gives the same digest.</summary>
/// <param name="document">The scenario's file.</param>
/// <param name="settings">What was changed in it. Plug-ins do not stand in a file: whoever runs it names them again.</param>
public sealed class RecordedScenario(SourceNode document, IReadOnlyList<Setting> settings)
{
    private readonly List<JsonObject> _outages = [];
    private readonly List<JsonObject> _operations = [];

    public void AddOutage(JsonObject entry) => _outages.Add(entry);

    /// <summary>The last outages that were added have lasted so long.</summary>
    /// <param name="number">Of the outage, from 0.</param>
    public void End(int number, TimeSpan lasted) => _outages[number]["for"] = GoDuration.Format(lasted);

    public void AddOperation(JsonObject entry) => _operations.Add(entry);

    /// <summary>The whole file.</summary>
    /// <param name="folder">Where it will lie: the paths in it are relative to that.</param>
    public string Text(ServedSpec served, TimeSpan end, string folder)
    {
        var diagnostics = new Diagnostics();
        Setting[] changes =
        [
            .. settings.Where(setting => setting.Path != "duration" && !setting.IsPlugin),
            new("duration", GoDuration.Format(end)),
            new("served", Served(served).ToJsonString()),
        ];
        var changed = SettingsOf.Apply(document, ScenarioShape.Value, changes, diagnostics);
        if (diagnostics.HasErrors) throw new InvalidOperationException(diagnostics.Errors[0].ToString());
        var home = Path.GetDirectoryName(Path.GetFullPath(document.File))!;
        return new ScenarioText(home, folder).Write((SourceMapping)changed, [("outages", _outages), ("operations", _operations)]);
    }

    private static JsonObject Served(ServedSpec served) => new()
    {
        ["origin"] = served.Origin.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["planned"] = GoDuration.Format(served.Planned),
        ["cpuStep"] = GoDuration.Format(served.CpuStep),
    };
}
