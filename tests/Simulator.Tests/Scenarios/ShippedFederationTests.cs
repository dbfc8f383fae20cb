using System.Collections.Concurrent;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
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

    /// <summary>Each runs once.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<(ScenarioFile File, Summary Summary)>> Runs = new(StringComparer.Ordinal);

    public static TheoryData<string> Names { get; } = [.. ShippedScenario.In(Folder)
        .Select(row => row.Data)
        .Where(name => !name.StartsWith(FullSize, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name)
    {
        var (file, summary) = RunOf(name);
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
        var (_, released) = RunOf("region-dark");
        var (_, announced) = RunOf("region-dark-as-documented");
        const string Answered = "users.answered.us-east1";
        Assert.InRange(released.Measures[Answered], 0.4, 0.6);
        Assert.InRange(announced.Measures[Answered], 0.9, 1);
    }

    [Fact]
    public void The_first_page_says_what_losing_a_region_costs_its_users()
    {
        Summary[] columns =
        [
            .. new[] { "region-dark", "region-dark-as-documented", "region-dark-ttl-30" }.Select(name => RunOf(name).Summary),
        ];
        Row("| their requests answered |", columns, summary => HumanNumber.Percent(summary.Measures["users.answered.us-east1"]));
        Row("| 99 % of them served again |", columns, summary => $"after {HumanTime.Long(summary.Measures["users.served.us-east1"])}");
        Row("| in which |", columns, summary => PathOf(summary, "us-east1"));
    }

    private static string PathOf(Summary summary, string region) =>
        summary.Populations!.Single(population => population.Users == region).Path;

    /// <summary>Of the table on the first page.</summary>
    private static void Row(string title, Summary[] columns, Func<Summary, string> cell) =>
        Page.Says("README.md", $"{title} {string.Join(" | ", columns.Select(cell))} |\n", title, static _ => true);

    private static (ScenarioFile File, Summary Summary) RunOf(string name) =>
        Runs.GetOrAdd(name, key => new(() => ShippedScenario.Run(Path.Combine(Folder, $"{key}.yaml")))).Value;
}
