using Simulator.Scenarios.Conformance;
using Xunit;

namespace Simulator.Tests.Golden;

/// <summary>
/// The controllers that own by reference, against recordings of the real 1.20.2 programs: every case, every expected field.
/// </summary>
public sealed class OwningControllerRecordings
{
    [Theory]
    [InlineData("replicaset-1.20", 40)]
    [InlineData("deployment-1.20", 40)]
    [InlineData("daemonset-1.20", 30)]
    [InlineData("job-1.20", 30)]
    [InlineData("podgc-1.20", 15)]
    [InlineData("disruption-1.20", 30)]
    [InlineData("eviction-1.20", 30)]
    [InlineData("statefulset-1.20", 30)]
    [InlineData("hpa-1.20", 80)]
    [InlineData("hpa-1.20-seq", 10)]
    public void Are_reproduced_to_the_last_case(string kind, int cases)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", "controllers", $"{kind}.jsonl.gz");
        var result = Assert.Single(ConformanceRunner.Run([path]));
        Assert.True(result.IsPerfect, $"{result}\n{string.Join('\n', result.FirstDifferences)}");
        Assert.Equal(cases, result.Total);
    }
}
