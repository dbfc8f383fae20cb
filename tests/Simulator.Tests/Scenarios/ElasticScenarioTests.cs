using System.Collections.Concurrent;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>
/// The scenarios of scenarios/elastic run, scenarios/README.md says what they teach and what came out, and the first page what they buy.
/// </summary>
public sealed class ElasticScenarioTests
{
    /// <summary>30,000 pods: their headlines on the page are from runs by hand, a tenth of each runs among the stories.</summary>
    private static readonly string[] TooLong = ["grow-to-1000", "grow-in-two-steps", "hopeless-pods"];

    private static readonly string Folder = Path.Combine(Repository.Root, "scenarios", "elastic");

    /// <summary>Each runs once.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<(ScenarioFile File, Summary Summary)>> Runs = new(StringComparer.Ordinal);

    public static TheoryData<string> Names { get; } = [.. ShippedScenario.In(Folder)
        .Select(row => row.Data)
        .Where(name => !TooLong.Contains(name))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name)
    {
        var (file, summary) = RunOf(name);
        var answer = $"{summary.Answer} {UserText.Of(summary)}".TrimEnd();
        ShippedScenario.ReadmeSays($"### [{name}](elastic/{name}.yaml)\n\n{file.Description}\n\n> {answer}\n");
    }

    [Fact]
    public void The_first_page_says_what_autoscaling_buys_at_the_peak()
    {
        Summary[] columns = [.. new[] { "zone-loss-without", "zone-loss-at-peak", "zone-loss-later" }.Select(name => RunOf(name).Summary)];
        Row("| requests answered |", columns, summary => HumanNumber.Percent(summary.Measures["availability.users"]));
        Row("| longest that a pod waited for a node |", columns, summary => HumanTime.Long(summary.Measures["pending.max"]));
    }

    /// <summary>Of the table on the first page.</summary>
    private static void Row(string title, Summary[] columns, Func<Summary, string> cell) =>
        Page.Says("README.md", $"{title} {string.Join(" | ", columns.Select(cell))} |\n", title, static _ => true);

    private static (ScenarioFile File, Summary Summary) RunOf(string name) =>
        Runs.GetOrAdd(name, key => new(() => ShippedScenario.Run(Path.Combine(Folder, $"{key}.yaml")))).Value;
}
