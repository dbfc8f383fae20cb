using Simulator.Reports.Text;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The scenarios of scenarios/federation run, and scenarios/README.md says what they teach and what came out.</summary>
public sealed class ShippedFederationTests
{
    /// <summary>
    /// Begins the names of those with three clusters of 2,000 nodes: their headlines on the page are from runs by hand, the same troubles
    /// at a hundredth of the size are held here.
    /// </summary>
    private const string FullSize = "region-at-peak";

    private static readonly string Folder = Path.Combine(Repository.Root, "scenarios", "federation");

    public static TheoryData<string> Names { get; } = [.. ShippedScenario.In(Folder)
        .Select(row => row.Data)
        .Where(name => !name.StartsWith(FullSize, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name)
    {
        var (file, summary) = ShippedScenario.Run(Path.Combine(Folder, $"{name}.yaml"));
        var answer = $"{summary.Answer} {UserText.Of(summary)}".TrimEnd();
        ShippedScenario.ReadmeSays($"### [{name}](federation/{name}.yaml)\n\n{file.Description}\n\n> {answer}\n");
    }

    [Fact]
    public void Every_kind_of_trouble_of_federations_has_a_scenario()
    {
        var told = ShippedScenario.In(Folder)
            .SelectMany(name => ScenarioReader.Read(Path.Combine(Folder, $"{name.Data}.yaml")).Scenario!.Outages)
            .Select(outage => outage.Kind)
            .ToHashSet();
        Assert.Empty(OutageKinds.All.Where(facts => facts.IsOfFederations && facts.Kind != OutageKind.BalancerLost)
            .Select(facts => facts.Kind)
            .Except(told));
    }

    /// <summary>The difference is the answer.</summary>
    [Fact]
    public void What_was_announced_serves_the_users_of_a_dark_region_and_what_was_released_does_not()
    {
        var (_, released) = ShippedScenario.Run(Path.Combine(Folder, "region-dark.yaml"));
        var (_, announced) = ShippedScenario.Run(Path.Combine(Folder, "region-dark-as-documented.yaml"));
        const string Answered = "users.answered.us-east1";
        Assert.InRange(released.Measures[Answered], 0.4, 0.6);
        Assert.InRange(announced.Measures[Answered], 0.9, 1);
    }
}
