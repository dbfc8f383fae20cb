using Simulator.Reports.Text;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The scenarios of scenarios/troubles run, and scenarios/README.md says what they teach and what came out.</summary>
public sealed class TroubleScenarioTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "scenarios", "troubles");

    public static TheoryData<string> Names { get; } = ShippedScenario.In(Folder);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name)
    {
        var (file, summary) = ShippedScenario.Run(Path.Combine(Folder, $"{name}.yaml"));
        var answer = $"{summary.Answer} {UserText.Of(summary)}".TrimEnd();
        var expected = $"### [{name}](troubles/{name}.yaml)\n\n{file.Description}\n\n> {answer}\n";
        ShippedScenario.ReadmeSays(expected);
    }

    /// <summary>Those of federations have theirs in scenarios/federation.</summary>
    [Fact]
    public void Every_kind_of_trouble_has_a_scenario()
    {
        var told = Names.SelectMany(name => ScenarioReader.Read(Path.Combine(Folder, $"{name.Data}.yaml")).Scenario!.Outages)
            .Select(outage => outage.Kind)
            .ToHashSet();
        Assert.Empty(OutageKinds.All.Where(facts => !facts.IsOfFederations).Select(facts => facts.Kind).Except(told));
    }
}
