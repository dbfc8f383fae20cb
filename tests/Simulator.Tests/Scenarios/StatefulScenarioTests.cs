using Simulator.Reports.Text;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The stories of scenarios/stateful run, and scenarios/README.md says what they teach and what became of the pets.</summary>
public sealed class StatefulScenarioTests
{
    /// <summary>18 hours of 1,000 pets: its headline on the page is from a run by hand.</summary>
    private const string TooLong = "cassandra-1000";

    private static readonly string Folder = Path.Combine(Repository.Root, "scenarios", "stateful");

    public static TheoryData<string> Names { get; } = [.. ShippedScenario.In(Folder)
        .Select(row => row.Data)
        .Where(name => name != TooLong)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name)
    {
        var (file, summary) = ShippedScenario.Run(Path.Combine(Folder, $"{name}.yaml"));
        ShippedScenario.ReadmeSays($"### [{name}](stateful/{name}.yaml)\n\n{file.Description}\n\n> {StateText.Of(summary)}\n");
    }
}
