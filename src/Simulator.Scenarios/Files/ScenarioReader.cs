using Simulator.Api.Documents;
using Simulator.Api.Foreign;
using Simulator.Api.Sources;
using Simulator.Scenarios.Files.Assembly;
using Simulator.Scenarios.Files.Settings;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files;

/// <summary>Reads scenario files and everything that they point at.</summary>
public static class ScenarioReader
{
    /// <summary>The scenario of a file, or all that is wrong with it.</summary>
    /// <param name="measures">Without it every name of a measure will do.</param>
    /// <param name="settings">What is changed before it is read; null: nothing.</param>
    public static ScenarioFile Read(string path, IMeasureBook? measures = null, IReadOnlyList<Setting>? settings = null)
    {
        var diagnostics = new Diagnostics();
        return ReadTree(path, diagnostics) is { } document
            ? Read(document, diagnostics, measures, settings)
            : new ScenarioFile(null, diagnostics, []);
    }

    /// <summary>The tree of a file that may be a scenario; null after an error.</summary>
    public static SourceNode? ReadTree(string path, Diagnostics diagnostics)
    {
        var documents = SourceTree.ReadFile(path, diagnostics);
        if (MisplacedFile.AsScenario(documents) is { } what) diagnostics.Error(path, 1, 1, $"this is {what}");
        else if (documents.Count == 1) return documents[0];
        else if (!diagnostics.HasErrors)
        {
            diagnostics.Error(
                path, 0, 0,
                $"the file holds {(documents.Count == 0 ? "no document" : $"{documents.Count} documents")}; allowed is one scenario");
        }
        return null;
    }

    /// <summary>True if a file means to be a scenario, rightly or wrongly: it has a key <c>scenario</c>, or <c>clusters</c>.</summary>
    public static bool IsScenario(SourceNode document) => MisplacedFile.IsScenario(document);

    /// <summary>The scenario in a tree; paths are relative to the folder of the tree's file.</summary>
    /// <param name="files">Of which some may have been read before; null: none has.</param>
    public static ScenarioFile Read(
        SourceNode document, Diagnostics diagnostics, IMeasureBook? measures = null, IReadOnlyList<Setting>? settings = null,
        SourceFiles? files = null)
    {
        var context = new ReadingContext(diagnostics, ReadingRules.Scenario)
        {
            Folder = Path.GetDirectoryName(document.File),
        };
        if (files is not null) context.Shared.Add(files);
        var changed = SettingsOf.Apply(document, ScenarioShape.Value, settings ?? [], diagnostics);
        if (diagnostics.HasErrors) return new ScenarioFile(null, diagnostics, []);
        var draft = ScenarioShape.Value.Read(new SourceCursor(changed, SourcePath.Root, context));
        if (draft is null) return new ScenarioFile(null, diagnostics, []);
        var scenario = ScenarioAssembly.Assemble(draft, measures);
        var differences = FlagDifferences.Of(draft.Value);
        return new ScenarioFile(diagnostics.HasErrors ? null : scenario, diagnostics, differences, draft.Value.Description)
        {
            Settings = settings ?? [],
        };
    }
}

/// <summary>What came of reading a scenario file.</summary>
/// <param name="Scenario">Null if there were errors.</param>
/// <param name="FlagsThatDiffer">Flags and calibrations that are not at their defaults: <c>controller-manager: deleting-pods-qps 10
/// (default 0.1)</c>.</param>
/// <param name="Description">What the file says that it asks; "" if nothing.</param>
public sealed record ScenarioFile(
    Scenario? Scenario, Diagnostics Diagnostics, IReadOnlyList<string> FlagsThatDiffer, string Description = "")
{
    /// <summary>What was changed before the file was read.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];
}
