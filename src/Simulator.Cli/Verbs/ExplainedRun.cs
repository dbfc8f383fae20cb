using System.Globalization;
using System.Text.Json;
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

    private const string SummaryFile = "summary.json";

    /// <summary>Null, and a sentence on the screen, if there is no such thing.</summary>
    public static ExplainedRun? Find(string path, Screen screen)
    {
        if (!Directory.Exists(path)) return new ExplainedRun(path, null, null);
        var file = Path.Combine(path, SummaryFile);
        if (File.Exists(Path.Combine(path, RunSetFile.Name)))
        {
            return Refuse($"{path} holds many runs; name the scenario file, and the run with --seed and --set", screen);
        }
        if (!File.Exists(file)) return Refuse($"{path} holds no {SummaryFile}: it is no results folder", screen);
        try
        {
            return OfSummary(path, SummaryJson.Read(File.ReadAllText(file)), screen);
        }
        catch (JsonException problem)
        {
            return Refuse($"{file} cannot be read: {problem.Message}", screen);
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
        var named = ScenarioIn(summary.Command);
        if (Locate(named, folder) is not { } scenario)
        {
            return Refuse($"{folder} came from {named}, which is not found from here; name the scenario file instead", screen);
        }
        if (summary.Version != BugReport.Version)
        {
            screen.Tell($"The results were made by version {summary.Version}, this is {BugReport.Version}: the run may differ.", "yellow");
        }
        return new ExplainedRun(scenario, ulong.Parse(summary.Seed, CultureInfo.InvariantCulture), summary);
    }

    /// <summary>From <c>simulator run PATH --seed N</c>.</summary>
    private static string ScenarioIn(string command)
    {
        var rest = command["simulator run ".Length..];
        var seed = rest.LastIndexOf(" --seed ", StringComparison.Ordinal);
        return seed < 0 ? rest : rest[..seed];
    }

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

    private static ExplainedRun? Refuse(string sentence, Screen screen)
    {
        screen.Tell(sentence, "red");
        return null;
    }
}
