using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Studies.Runs;

namespace Simulator.Cli.Verbs;

/// <summary>What verbs ask that look at clusters of a scenario at one moment.</summary>
internal sealed class StillOptions
{
    public Argument<string> Path { get; } = new("SCENARIO") { Description = "The scenario file." };

    public Option<string?> At { get; } = new("--at")
    {
        Description = "The moment to look at, as 1:20:00 or 80m; the start of the run otherwise.",
        HelpName = "TIME",
    };

    public Option<string?> Cluster { get; } = new("--cluster") { Description = "Which cluster; all otherwise.", HelpName = "NAME" };

    public Option<string[]> Plugin { get; } = PluginOption.Create();

    public Option<ulong?> Seed { get; } = new("--seed") { Description = "Instead of the scenario's seed.", HelpName = "N" };

    /// <returns>Null, and sentences on the screen, if they are wrong.</returns>
    public StillClusters? Of(ParseResult parsed, Screen screen)
    {
        var file = ScenarioReader.Read(parsed.GetRequiredValue(Path), MeasureNames.Instance, PluginOption.Read(parsed, Plugin));
        if (file.Scenario is not { } read)
        {
            DiagnosticText.Write(file.Diagnostics, screen);
            return null;
        }

        var scenario = read with { Seed = parsed.GetValue(Seed) ?? read.Seed };
        if (Moment.Parse(parsed.GetValue(At) ?? "0s", scenario.Duration, out var problem) is not { } at)
        {
            return screen.Refuse<StillClusters>(problem);
        }
        var name = parsed.GetValue(Cluster);
        if (name is null || scenario.Clusters.Any(cluster => cluster.Name == name))
        {
            return new StillClusters(scenario, name, at, parsed.GetValue(At) is not null, file.FlagsThatDiffer, screen);
        }
        var names = string.Join(", ", scenario.Clusters.Select(cluster => cluster.Name));
        return screen.Refuse<StillClusters>($"--cluster {name}: there is no such cluster; there are {names}");
    }
}
