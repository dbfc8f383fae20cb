using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Reports.RunSets;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Files;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>Finds out what a side is: a folder of results, a baseline, a scenario file.</summary>
internal sealed class SideReader(Screen screen)
{
    /// <summary>Null, and a sentence on the screen, if it is none of them.</summary>
    /// <param name="settings">Of a scenario file; results are what they are.</param>
    public SideInput? Read(string path, params IReadOnlyList<Setting> settings)
    {
        try
        {
            if (Directory.Exists(path)) return OfFolder(path);
            if (!File.Exists(path)) return screen.Refuse<SideInput>($"{path}: there is no such file or folder");
            return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? OfJson(path) : OfScenario(path, settings);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return screen.Refuse<SideInput>(problem.Message);
        }
    }

    private SideInput? OfFolder(string path) => ReadFolder(path) is { } runs
        ? OfRuns(NameOf(path), path, runs, path)
        : screen.Refuse<SideInput>(
            $"{path} holds neither {RunSetFile.Name} nor {SummaryJson.FileName}: it is no folder of run, replicate or sweep");

    /// <exception cref="JsonException">Damaged; names the folder.</exception>
    private static RunSet? ReadFolder(string path)
    {
        try
        {
            return RunSetFile.ReadFolder(path);
        }
        catch (JsonException damage) when (!damage.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new JsonException($"{Path.Combine(path, SummaryJson.FileName)} cannot be read: {damage.Message}", damage);
        }
    }

    private SideInput? OfJson(string path)
    {
        var folder = Path.GetDirectoryName(path);
        return Path.GetFileName(path) == SummaryJson.FileName
            ? OfFolder(string.IsNullOrEmpty(folder) ? "." : folder)
            : OfRuns(Path.GetFileNameWithoutExtension(path), path, Baseline.Read(path, File.ReadAllText(path)), null);
    }

    private SideInput? OfRuns(string name, string path, RunSet runs, string? folder)
    {
        var variants = runs.Rows.Select(row => row.Variant).Distinct().ToList();
        if (runs.Rows.Count == 0) return screen.Refuse<SideInput>($"{path} holds no finished run");
        if (variants.Count > 1)
        {
            return screen.Refuse<SideInput>(
                $"{path} holds {variants.Count} variants ({variants[0]}; {variants[1]}; ...): a comparison needs one on each side");
        }

        var twice = runs.Rows.GroupBy(row => row.Seed, StringComparer.Ordinal).FirstOrDefault(rows => rows.Count() > 1);
        return twice is null
            ? new SideInput.Finished(name, runs.Header, runs.Rows, folder)
            : screen.Refuse<SideInput>($"{path} holds seed {twice.Key} {twice.Count()} times");
    }

    private SideInput? OfScenario(string path, IReadOnlyList<Setting> settings)
    {
        var file = ScenarioReader.Read(path, MeasureNames.Instance, settings);
        if (file.Scenario is not { } scenario)
        {
            DiagnosticText.Write(file.Diagnostics, screen);
            return null;
        }

        var header = RunHeader.Of(file, $"simulator replicate {ShellWord.Of(ShownPath.Of(path))}{SettingOption.Shown(settings)}") with
        {
            Flags = [.. file.FlagsThatDiffer, .. settings.Select(setting => $"--set {setting}")],
        };
        var name = settings.Count > 0 ? string.Join(", ", settings.Select(ShortOf)) : Path.GetFileNameWithoutExtension(path);
        return new SideInput.Planned(name, header, scenario, settings);
    }

    /// <summary>The head of a column has no room for a path.</summary>
    private static string ShortOf(Setting setting) => $"{setting.Path[(setting.Path.LastIndexOf('.') + 1)..]}={setting.Value}";

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
