using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
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

    private static readonly ShippedFolder Folder = new("federation");

    public static TheoryData<string> Names { get; } = Folder.NamesWithout(name => name.StartsWith(FullSize, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name) => Folder.ReadmeTells(name);

    [Fact]
    public void Every_kind_of_trouble_of_federations_has_a_scenario()
    {
        var told = Names.SelectMany(name => Folder.Read(name.Data).Scenario!.Outages).Select(outage => outage.Kind).ToHashSet();
        Assert.Empty(OutageKinds.All.Where(facts => facts.IsOfFederations && facts.Kind != OutageKind.BalancerLost)
            .Select(facts => facts.Kind)
            .Except(told));
    }

    /// <summary>The difference is the answer.</summary>
    [Fact]
    public void What_was_announced_serves_the_users_of_a_dark_region_and_what_was_released_does_not()
    {
        const string Answered = "users.answered.us-east1";
        Assert.InRange(Folder.SummaryOf("region-dark").Measures[Answered], 0.4, 0.6);
        Assert.InRange(Folder.SummaryOf("region-dark-as-documented").Measures[Answered], 0.9, 1);
    }

    [Fact]
    public void The_first_page_says_what_losing_a_region_costs_its_users()
    {
        string[] columns = ["region-dark", "region-dark-as-documented", "region-dark-ttl-30"];
        Folder.FirstPageSays(
            "their requests answered", columns, summary => HumanNumber.Percent(summary.Measures["users.answered.us-east1"]));
        Folder.FirstPageSays(
            "99 % of them served again", columns, summary => $"after {HumanTime.Long(summary.Measures["users.served.us-east1"])}");
        Folder.FirstPageSays("in which", columns, summary => PathOf(summary, "us-east1"));
    }

    private static string PathOf(Summary summary, string region) =>
        summary.Populations!.Single(population => population.Users == region).Path;
}
