using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>The scenarios of scenarios/load run, and scenarios/README.md says what they teach and what came out.</summary>
public sealed class LoadScenarioTests
{
    /// <summary>For measuring only.</summary>
    private const string Week = "week-of-200";

    private static readonly ShippedFolder Folder = new("load");

    public static TheoryData<string> Names { get; } = Folder.NamesWithout(name => name == Week);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_has_its_paragraph_and_its_headline(string name) => Folder.ReadmeTells(name);

    [Fact]
    public void Head_room_saves_nearly_all_requests_of_a_crowd()
    {
        var (without, with) = (Folder.SummaryOf("flash-crowd"), Folder.SummaryOf("flash-crowd-with-head-room"));
        Assert.True(with.Measures["requests.failed"] * 20 < without.Measures["requests.failed"]);
    }
}
