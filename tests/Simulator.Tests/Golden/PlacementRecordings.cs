using Simulator.Scenarios.Conformance;
using Xunit;

namespace Simulator.Tests.Golden;

/// <summary>
/// The scheduling framework against recordings of the real 1.20.2 one: every node, filter, score, tie, draw, victim and wait.
/// </summary>
public sealed class PlacementRecordings
{
    [Theory]
    [InlineData("decision-1.20", "decisions", 250)]
    [InlineData("sequence-1.20", "sequences", 7)]
    [InlineData("queue-1.20", "queue", 18)]
    public void Are_reproduced_to_the_last_cell(string kind, string file, int cases)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", "placement", $"{file}.jsonl.gz");
        var result = Assert.Single(ConformanceRunner.Run([path]));
        Assert.Equal(kind, result.Kind);
        Assert.True(result.IsPerfect, $"{result}\n{string.Join('\n', result.FirstDifferences)}");
        Assert.Equal(cases, result.Total);
    }
}
