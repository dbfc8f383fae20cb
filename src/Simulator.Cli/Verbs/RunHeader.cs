using Simulator.Cli.Output;
using Simulator.Reports.RunSets;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Files;
using Simulator.Studies.Runs;

namespace Simulator.Cli.Verbs;

/// <summary>What all runs of a scenario file have in common.</summary>
internal static class RunHeader
{
    /// <param name="command">Repeats them all.</param>
    public static RunSetHeader Of(ScenarioFile file, string command) => new()
    {
        Scenario = file.Scenario!.Name,
        Version = BugReport.Version,
        Kubernetes = Headline.KubernetesOf(file.Scenario!),
        Command = command,
        Flags = file.FlagsThatDiffer,
        Settings = file.Settings,
        Input = InputDigest.Of(file.Diagnostics.Files),
    };
}
