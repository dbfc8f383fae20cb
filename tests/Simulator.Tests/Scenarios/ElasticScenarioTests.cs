using Simulator.Reports.Text;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The scenarios of scenarios/elastic run, and scenarios/README.md says what they teach and what came out.</summary>
public sealed class ElasticScenarioTests
{
    /// <summary>30,000 pods: their headlines on the page are from runs by hand, a tenth of each runs among the stories.</summary>
    private static readonly string[] TooLong = ["grow-to-1000", "grow-in-two-steps", "hopeless-pods"];

    private static readonly string Folder = Path.Combine(Repository.Root, "scenarios", "elastic");

    public static TheoryData<string> Names { get; } = [.. ShippedScenario.In(Folder)
        .Select(row => row.Data)
        .Where(name => !TooLong.Contains(name))];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name)
    {
        var (file, summary) = ShippedScenario.Run(Path.Combine(Folder, $"{name}.yaml"));
        var answer = $"{summary.Answer} {UserText.Of(summary)}".TrimEnd();
        ShippedScenario.ReadmeSays($"### [{name}](elastic/{name}.yaml)\n\n{file.Description}\n\n> {answer}\n");
    }
}
