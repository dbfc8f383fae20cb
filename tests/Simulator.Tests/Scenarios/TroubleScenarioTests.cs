using Simulator.Reports;
using Simulator.Scenarios;
using Simulator.Tests.Quality;
using Simulator.World;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The scenarios of scenarios/troubles run, and scenarios/README.md says what they teach and what came out.</summary>
public sealed class TroubleScenarioTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "scenarios", "troubles");

    public static TheoryData<string> Names { get; } =
        new(Directory.GetFiles(Folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path)).Where(IsScenario).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name)
    {
        var file = ScenarioReader.Read(Path.Combine(Folder, $"{name}.yaml"));
        Assert.Empty(file.Diagnostics.Errors);
        var recorder = new RunRecorder(file.Scenario!);
        var invariants = new InvariantSuite();
        var run = new ScenarioRun(file.Scenario!, recorder, invariants);
        invariants.Follow(run);
        run.Start();
        while (run.Advance(run.Scenario.Duration))
        {
        }

        Assert.Empty(invariants.Broken);
        var summary = Summary.From(recorder, new RunFacts { Digest = run.Digest, Version = "" });
        var answer = $"{summary.Answer} {UserText.Of(summary)}";
        var expected = $"### [{name}](troubles/{name}.yaml)\n\n{file.Description}\n\n> {answer}\n";
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "README.md"));
        Assert.True(readme.Contains(expected, StringComparison.Ordinal), $"scenarios/README.md should say:\n{expected}");
    }

    [Fact]
    public void Every_kind_of_trouble_has_a_scenario()
    {
        var told = Names.SelectMany(name => ScenarioReader.Read(Path.Combine(Folder, $"{name.Data}.yaml")).Scenario!.Outages).Select(outage => outage.Kind).ToHashSet();
        Assert.Empty(Enum.GetValues<OutageKind>().Except(told));
    }

    private static bool IsScenario(string name) => File.ReadLines(Path.Combine(Folder, $"{name}.yaml")).First().StartsWith("scenario:", StringComparison.Ordinal);
}
