using Simulator.Reports.Statistics;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>
/// The scenarios of scenarios/elastic run, scenarios/README.md says what they teach and what came out, and the first page what they buy.
/// </summary>
public sealed class ElasticScenarioTests
{
    /// <summary>30,000 pods: their headlines on the page are from runs by hand, a tenth of each runs among the stories.</summary>
    private static readonly string[] TooLong = ["grow-to-1000", "grow-in-two-steps", "hopeless-pods"];

    private static readonly ShippedFolder Folder = new("elastic");

    public static TheoryData<string> Names { get; } = Folder.NamesWithout(TooLong.Contains);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name) => Folder.ReadmeTells(name);

    [Fact]
    public void The_first_page_says_what_autoscaling_buys_at_the_peak()
    {
        string[] columns = ["zone-loss-without", "zone-loss-at-peak", "zone-loss-later"];
        Folder.FirstPageSays("requests answered", columns, summary => HumanNumber.Percent(summary.Measures["availability.users"]));
        Folder.FirstPageSays(
            "longest that a pod waited for a node", columns, summary => HumanTime.Long(summary.Measures["pending.max"]));
    }
}
