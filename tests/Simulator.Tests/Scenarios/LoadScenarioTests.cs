using Simulator.Reports.Text;
using Simulator.Tests.Quality;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The scenarios of scenarios/load run, and scenarios/README.md says what they teach and what came out.</summary>
public sealed class LoadScenarioTests
{
    /// <summary>For measuring only.</summary>
    private const string Week = "week-of-200";

    private static readonly string Folder = Path.Combine(Repository.Root, "scenarios", "load");

    public static TheoryData<string> Names { get; } = [.. ShippedScenario.In(Folder).Select(row => row.Data).Where(name => name != Week)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name)
    {
        var (file, summary) = ShippedScenario.Run(Path.Combine(Folder, $"{name}.yaml"));
        var answer = $"{summary.Answer} {UserText.Of(summary)}".TrimEnd();
        ShippedScenario.ReadmeSays($"### [{name}](load/{name}.yaml)\n\n{file.Description}\n\n> {answer}\n");
    }

    [Fact]
    public void Head_room_saves_nearly_all_requests_of_a_crowd()
    {
        var (_, without) = ShippedScenario.Run(Path.Combine(Folder, "flash-crowd.yaml"));
        var (_, with) = ShippedScenario.Run(Path.Combine(Folder, "flash-crowd-with-head-room.yaml"));
        Assert.True(with.Measures["requests.failed"] * 20 < without.Measures["requests.failed"]);
    }
}
