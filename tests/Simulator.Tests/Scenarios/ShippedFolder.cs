using System.Collections.Concurrent;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;
using Simulator.Scenarios.Files;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>A folder of scenarios that ship: each runs once, whoever asks for it.</summary>
/// <param name="name">Below scenarios/.</param>
internal sealed class ShippedFolder(string name)
{
    private readonly ConcurrentDictionary<string, Lazy<(ScenarioFile File, Summary Summary)>> _runs = new(StringComparer.Ordinal);

    private string Path => System.IO.Path.Combine(Repository.Root, "scenarios", name);

    /// <summary>Names of its scenarios, but for those that take too long for a test.</summary>
    public TheoryData<string> NamesWithout(Func<string, bool> isTooLong) =>
        [.. ShippedScenario.In(Path).Select(row => row.Data).Where(scenario => !isTooLong(scenario))];

    public Summary SummaryOf(string scenario) => RunOf(scenario).Summary;

    /// <summary>As it is written, without a run.</summary>
    public ScenarioFile Read(string scenario) => ScenarioReader.Read(FileOf(scenario));

    /// <summary>scenarios/README.md has its section: what it teaches, and what came out.</summary>
    public void ReadmeTells(string scenario)
    {
        var (file, summary) = RunOf(scenario);
        var answer = $"{summary.Answer} {UserText.Of(summary)}".TrimEnd();
        ShippedScenario.ReadmeSays($"### [{scenario}]({name}/{scenario}.yaml)\n\n{file.Description}\n\n> {answer}\n");
    }

    /// <summary>A row of a table on the first page, with a cell for each scenario.</summary>
    /// <param name="title">Of the row.</param>
    public void FirstPageSays(string title, IEnumerable<string> scenarios, Func<Summary, string> cell)
    {
        var begin = $"| {title} |";
        Page.Says("README.md", $"{begin} {string.Join(" | ", scenarios.Select(SummaryOf).Select(cell))} |", begin, static _ => true);
    }

    private string FileOf(string scenario) => System.IO.Path.Combine(Path, $"{scenario}.yaml");

    private (ScenarioFile File, Summary Summary) RunOf(string scenario) =>
        _runs.GetOrAdd(scenario, key => new(() => ShippedScenario.Run(FileOf(key)))).Value;
}
