using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class EstimateTextTests
{
    [Theory]
    [InlineData("podStart.p99", 2.31, 2.26, 2.36, "2.31 s ± 0.05 s")]
    [InlineData("podStart.p99", 2.31, 2.27, 2.42, "2.31 s (2.27 s to 2.42 s)")]
    [InlineData("recovery.allReplicasReady", 701, 695, 707, "0:11:41 ± 6 s")]
    [InlineData("availability.users", 0.999512, 0.999402, 0.999622, "0.999512 ± 0.00011")]
    [InlineData("pods.created", 20_010, 20_010, 20_010, "20,010 ± 0")]
    [InlineData("pods.created", 20_010, double.NegativeInfinity, double.PositiveInfinity, "20,010")]
    public void Of(string measure, double value, double low, double high, string expected) =>
        Assert.Equal(expected, EstimateText.Of(measure, new Estimate(value, new Interval(low, high), 20, "Student-t")));
}
