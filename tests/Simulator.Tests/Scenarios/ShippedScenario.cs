using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.World.Explanation.Endings;
using Simulator.World.Invariants;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>
/// Scenarios that ship with a paragraph and a headline in scenarios/README.md: run, held to all invariants, and compared with the page.
/// </summary>
internal static class ShippedScenario
{
    /// <summary>Names of the scenarios of a folder: what begins otherwise is a manifest.</summary>
    public static TheoryData<string> In(string folder) =>
        new(Directory.GetFiles(folder, "*.yaml").Where(IsScenario).Select(
            path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    public static (ScenarioFile File, Summary Summary) Run(string path, params IReadOnlyList<IObserver> observers) =>
        Run(path, settings: [], observers);

    /// <param name="settings">What is changed in the scenario before it is read.</param>
    public static (ScenarioFile File, Summary Summary) Run(
        string path, IReadOnlyList<Setting> settings, params IReadOnlyList<IObserver> observers)
    {
        var file = ScenarioReader.Read(path, settings: settings);
        Assert.Empty(file.Diagnostics.Errors);
        var recorder = new RunRecorder(file.Scenario!);
        var invariants = new InvariantSuite();
        var run = new ScenarioRun(file.Scenario!, [recorder, invariants, .. observers]);
        invariants.Follow(run);
        run.Start();
        while (run.Advance(run.Scenario.Duration))
        {
        }

        Assert.Empty(invariants.Broken);
        return (file, Summary.From(recorder, new RunFacts { Digest = run.Digest, Version = "", Ending = RunEnding.Of(run) }));
    }

    /// <param name="expected">A section, from its heading on.</param>
    public static void ReadmeSays(string expected) =>
        Page.Says(Path.Combine("scenarios", "README.md"), expected, expected[..expected.IndexOf('\n')], line => line.StartsWith('#'));

    private static bool IsScenario(string path) => File.ReadLines(path).First().StartsWith("scenario:", StringComparison.Ordinal);
}
