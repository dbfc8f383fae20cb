using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The scenarios of scenarios/troubles run, and scenarios/README.md says what they teach and what came out.</summary>
public sealed class TroubleScenarioTests
{
    private static readonly ShippedFolder Folder = new("troubles");

    public static TheoryData<string> Names { get; } = Folder.NamesWithout(static _ => false);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name) => Folder.ReadmeTells(name);

    /// <summary>Those of federations have theirs in scenarios/federation.</summary>
    [Fact]
    public void Every_kind_of_trouble_has_a_scenario()
    {
        var told = Names.SelectMany(name => Folder.Read(name.Data).Scenario!.Outages).Select(outage => outage.Kind).ToHashSet();
        Assert.Empty(OutageKinds.All.Where(facts => !facts.IsOfFederations).Select(facts => facts.Kind).Except(told));
    }
}
