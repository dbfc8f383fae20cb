using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Studies.Risk.Losses;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary>What <c>simulator risk</c> was asked for.</summary>
internal sealed record RiskOptions
{
    public required string Path { get; init; }

    public required int Years { get; init; }

    public required int Runs { get; init; }

    /// <summary>Null: the scenario's random, or what is published.</summary>
    public string? Rates { get; init; }

    public required IReadOnlyList<Setting> Settings { get; init; }

    /// <summary>What is compared with the scenario as it is, one by one.</summary>
    public required IReadOnlyList<Setting> Against { get; init; }

    public LossKind? By { get; init; }

    public required TimeSpan Patience { get; init; }

    /// <summary>Null: the scenario's.</summary>
    public ulong? Seed { get; init; }

    public string? Folder { get; init; }

    /// <summary>Finished runs of the folder are thrown away.</summary>
    public bool BeginsAnew { get; init; }

    public required RunOutput Output { get; init; }
}

/// <summary>The command line of <c>simulator risk</c>.</summary>
internal sealed class RiskCommandLine
{
    private static readonly IReadOnlyDictionary<string, LossKind> Kinds = new Dictionary<string, LossKind>
    {
        ["requests"] = LossKind.Requests,
        ["replicas"] = LossKind.Replicas,
        ["endpoints"] = LossKind.Endpoints,
    };

    private readonly Argument<string> _path = new("SCENARIO") { Description = "The scenario file." };

    private readonly Option<int> _years = new("--years")
    {
        Description = "Years that are composed of the outcomes of the runs, to say how years differ.",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };

    private readonly Option<int> _runs = new("--runs")
    {
        Description = "Short runs, each with a drawn trouble: four times as many halve the interval.",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };

    private readonly Option<string?> _rates = new("--rates")
    {
        Description = "How often what goes wrong (YAML); the scenario's random, or without it the published rates otherwise.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _set = SettingOption.Create();
    private readonly Option<string[]> _plugin = PluginOption.Create();
    private readonly Option<string[]> _against = SettingOption.Create(
        "--against", "What it would be with this changed, by the same troubles; may come again, each is compared on its own.");

    private readonly Option<string?> _by = new("--by")
    {
        Description =
            "What counts as lost: requests, replicas or endpoints (no replica serves); requests where there are any, else replicas.",
        HelpName = "WHAT",
    };

    private readonly Option<string> _patience = new("--give-up")
    {
        Description = "So long after its trouble is over a run is given up.",
        HelpName = "DURATION",
        DefaultValueFactory = _ => "4h",
    };

    private readonly Option<ulong?> _seed = new("--seed") { Description = "Instead of the scenario's seed.", HelpName = "N" };

    private readonly Option<string?> _folder = new("--out")
    {
        Description = "Where results go, and where an interrupted study goes on; results/NAME-risk otherwise.",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> _anew = new("--anew") { Description = "Throw away the finished runs of the folder, and begin anew." };
    private readonly Option<bool> _quiet = OutputOption.Quiet();
    private readonly Option<bool> _json = OutputOption.Json();

    public Command Verb => new("risk", "Says how available services are over a year of drawn troubles, and what takes the rest.")
    {
        _path, _years, _runs, _rates, _set, _plugin, _against, _by, _patience, _seed, _folder, _anew, _quiet, _json,
    };

    /// <summary>Null after a sentence on the screen.</summary>
    public RiskOptions? Read(ParseResult parsed, Screen screen)
    {
        var (set, against) = (SettingOption.Read(parsed, _set, screen), SettingOption.Read(parsed, _against, screen));
        var problems = Problems(parsed).ToList();
        foreach (var problem in problems) screen.Tell(problem, "red");
        if (set is null || against is null || problems.Count > 0) return null;
        return new RiskOptions
        {
            Path = parsed.GetRequiredValue(_path),
            Years = parsed.GetValue(_years),
            Runs = parsed.GetValue(_runs),
            Rates = parsed.GetValue(_rates),
            Settings = [.. PluginOption.Read(parsed, _plugin), .. set],
            Against = against,
            By = parsed.GetValue(_by) is { } by ? Kinds[by] : null,
            Patience = Patience(parsed)!.Value,
            Seed = parsed.GetValue(_seed),
            Folder = parsed.GetValue(_folder),
            BeginsAnew = parsed.GetValue(_anew),
            Output = OutputOption.Read(parsed, _json, _quiet),
        };
    }

    private IEnumerable<string> Problems(ParseResult parsed)
    {
        const int Most = 1_000_000;
        const int LeastRuns = 40;
        if (parsed.GetValue(_years) is var years && years is < 1 or > Most) yield return $"--years {years}: allowed are 1 to 1,000,000";
        if (parsed.GetValue(_runs) is var runs && runs is < LeastRuns or > Most)
        {
            yield return $"--runs {runs}: allowed are {LeastRuns} to 1,000,000";
        }
        if (parsed.GetValue(_by) is { } by && !Kinds.ContainsKey(by))
        {
            yield return $"--by {by}: allowed are {string.Join(", ", Kinds.Keys)}";
        }
        if (Patience(parsed) is null) yield return $"--give-up {parsed.GetValue(_patience)}: allowed is a duration above 0 such as 4h";
    }

    private TimeSpan? Patience(ParseResult parsed) =>
        GoDuration.TryParse(parsed.GetValue(_patience)!, out var patience) && patience > TimeSpan.Zero ? patience : null;
}
