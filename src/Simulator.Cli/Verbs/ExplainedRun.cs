using System.Globalization;
using System.Text.Json;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Reports.RunSets;
using Simulator.Reports.Summaries;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary>The scenario behind what a user names: the file itself, or what a results folder says that it came from.</summary>
/// <param name="Seed">Null: the scenario's own.</param>
internal sealed record ExplainedRun(string Scenario, ulong? Seed, Summary? Summary)
{
    /// <summary>What the run had changed in the scenario file.</summary>
    public IReadOnlyList<Setting> Settings => Summary?.Settings ?? [];

    /// <summary>Null, and a sentence on the screen, if there is no such thing.</summary>
    public static ExplainedRun? Find(string path, Screen screen)
    {
        if (!Directory.Exists(path)) return new ExplainedRun(path, null, null);
        var file = Path.Combine(path, SummaryJson.FileName);
        if (File.Exists(Path.Combine(path, RunSetFile.Name)))
        {
            return screen.Refuse<ExplainedRun>($"{path} holds many runs; name the scenario file, and the run with --seed and --set");
        }
        if (!File.Exists(file)) return screen.Refuse<ExplainedRun>($"{path} holds no {SummaryJson.FileName}: it is no results folder");
        try
        {
            return OfSummary(path, SummaryJson.Read(RegularFile.ReadText(file)), screen);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return screen.Refuse<ExplainedRun>($"{file} cannot be read: {problem.Message}");
        }
    }

    /// <summary>Says if the run was not the one that the folder holds.</summary>
    public void Compare(string digest, Screen screen)
    {
        if (Summary is not null && Summary.Digest != digest)
        {
            screen.Tell(
                "This is not the run of the results: the digests differ. The scenario, its manifests or the program have changed since.",
                "yellow");
        }
    }

    private static ExplainedRun? OfSummary(string folder, Summary summary, Screen screen)
    {
        if (ScenarioIn(summary.Command ?? "") is not { } named || !ulong.TryParse(summary.Seed, CultureInfo.InvariantCulture, out var seed))
        {
            return screen.Refuse<ExplainedRun>(
                $"{folder} was changed since it was written: {SummaryJson.FileName} does not tell its command and seed");
        }
        if (Locate(named, folder) is not { } scenario)
        {
            return screen.Refuse<ExplainedRun>($"{folder} came from {named}, which is not found from here; name the scenario file instead");
        }
        if (summary.Version != BugReport.Version)
        {
            screen.Tell($"The results were made by version {summary.Version}, this is {BugReport.Version}: the run may differ.", "yellow");
        }
        return new ExplainedRun(scenario, seed, summary);
    }

    /// <summary>From <c>simulator run PATH --seed N</c>; null if it is no such command.</summary>
    private static string? ScenarioIn(string command) =>
        ShellWord.Split(command) is ["simulator", "run", var scenario, ..] ? scenario : null;

    /// <summary>From the current folder, or from one of those around the results.</summary>
    public static string? Locate(string scenario, string folder)
    {
        if (File.Exists(scenario)) return scenario;
        for (var place = new DirectoryInfo(Path.GetFullPath(folder)); place is not null; place = place.Parent)
        {
            var candidate = Path.Combine(place.FullName, scenario);
            if (File.Exists(candidate)) return candidate;
        }

        return null;
    }
}
