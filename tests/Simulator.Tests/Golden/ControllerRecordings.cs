using Simulator.Scenarios.Conformance;
using Xunit;

namespace Simulator.Tests.Golden;

/// <summary>The controllers against recordings of the real 1.3.10 programs: every case, every expected field.</summary>
public sealed class ControllerRecordings
{
    [Theory]
    [InlineData("token-bucket", 150)]
    [InlineData("backoff", 100)]
    [InlineData("rc-manage", 400)]
    [InlineData("endpoints", 300)]
    [InlineData("node-lifecycle", 119)]
    [InlineData("node-lifecycle-1.20", 265)]
    [InlineData("deployment-rolling", 500)]
    [InlineData("job", 300)]
    [InlineData("daemonset", 300)]
    [InlineData("petset", 300)]
    [InlineData("pv-bind", 300)]
    [InlineData("hpa", 1500)]
    [InlineData("ca-estimator", 300)]
    [InlineData("ca022-scaleup", 800)]
    [InlineData("ca030-scaleup", 800)]
    [InlineData("ca022-scaledown", 400)]
    [InlineData("ca030-scaledown", 400)]
    [InlineData("federation-dns", 300)]
    [InlineData("federation-planner-1.4", 2000)]
    public void Are_reproduced_to_the_last_case(string kind, int cases)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", "controllers", $"{kind}.jsonl.gz");
        var result = Assert.Single(ConformanceRunner.Run([path]));
        Assert.True(result.IsPerfect, $"{result}\n{string.Join('\n', result.FirstDifferences)}");
        Assert.Equal(cases, result.Total);
    }
}
