using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Reports.RunSets;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Files;
using Simulator.Studies.Axes;
using Simulator.Studies.Runs;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>Finds out what a side is: a folder of results, a baseline, a scenario file.</summary>
internal sealed class SideReader(Screen screen)
{
    /// <summary>The same of one variant: a sweep is refused, too.</summary>
    public SideInput? ReadOne(string path, params IReadOnlyList<Setting> settings) => Read(path, settings) switch
    {
        SideInput.Swept swept => screen.Refuse<SideInput>(
            $"{path} holds {swept.Variants.Count} variants ({swept.Variants[0][0].Variant}; {swept.Variants[1][0].Variant}; ...); "
                + "allowed is one"),
        var side => side,
    };

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
        if (runs.Rows.Count == 0) return screen.Refuse<SideInput>($"{path} holds no finished run");
        var twice = runs.Rows.GroupBy(row => (row.Variant, row.Seed)).FirstOrDefault(rows => rows.Count() > 1);
        if (twice is not null) return screen.Refuse<SideInput>($"{path} holds seed {twice.Key.Seed} {twice.Count()} times");
        List<IReadOnlyList<RunRow>> variants =
            [.. runs.Rows.GroupBy(row => row.Variant, StringComparer.Ordinal).Select(rows => (IReadOnlyList<RunRow>)[.. rows])];
        return variants.Count > 1
            ? new SideInput.Swept(name, runs.Header, variants)
            : new SideInput.Finished(name, runs.Header, runs.Rows, folder);
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
        var name = settings.Count > 0 ? ShortNames.Of(settings) : Path.GetFileNameWithoutExtension(path);
        return new SideInput.Planned(name, header, scenario, settings);
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
