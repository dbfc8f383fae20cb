using Simulator.Scenarios.Conformance;
using Xunit;

namespace Simulator.Tests.Golden;

/// <summary>
/// The scheduler against recordings of the real 1.3.10 one: every node, predicate, priority, tie and pick, by both deciders.
/// </summary>
public sealed class SchedulerRecordings
{
    [Theory]
    [InlineData("decision", "decisions", 216)]
    [InlineData("sequence", "sequences", 20)]
    public void Are_reproduced_to_the_last_cell(string kind, string file, int cases)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", "scheduler", $"{file}.jsonl.gz");
        var result = Assert.Single(ConformanceRunner.Run([path]));
        Assert.Equal(kind, result.Kind);
        Assert.True(result.IsPerfect, $"{result}\n{string.Join('\n', result.FirstDifferences)}");
        Assert.Equal(cases, result.Total);
    }
}
