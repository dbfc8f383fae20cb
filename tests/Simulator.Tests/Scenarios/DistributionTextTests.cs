using System.Text.RegularExpressions;
using Simulator.Scenarios.Files.Shapes;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>Drawn durations as a scenario writes them.</summary>
public sealed class DistributionTextTests
{
    [Theory]
    [InlineData("30s", "30s")]
    [InlineData("0", "0s")]
    [InlineData("2d", "48h")]
    [InlineData("uniform 1s to 3s", "uniform 1s to 3s")]
    [InlineData("uniform(1s, 3s)", "uniform 1s to 3s")]
    [InlineData("uniform(0, 3s)", "uniform 0s to 3s")]
    [InlineData("exponential mean 41d", "exponential mean 984h")]
    [InlineData("exponential(mean: 1h30m)", "exponential mean 1h30m")]
    [InlineData("exponential 5m", "exponential mean 5m")]
    [InlineData("lognormal median 98m sigma 0.9", "lognormal median 1h38m sigma 0.9")]
    [InlineData("lognormal(median=98m, sigma=0.9)", "lognormal median 1h38m sigma 0.9")]
    public void Form_is_read_and_its_shortest_form_reads_the_same(string text, string shown)
    {
        var distribution = DistributionText.Parse(text, out _);
        Assert.NotNull(distribution);
        Assert.Equal(shown, DistributionText.Format(distribution));
        Assert.Equal(distribution, DistributionText.Parse(shown, out _));
        Assert.Matches(new Regex(DistributionText.Pattern), text);
    }

    [Theory]
    [InlineData("uniform 3s to 1s", "begins after its end")]
    [InlineData("exponential mean 0", "has a mean that is not above 0")]
    [InlineData("lognormal median 1s sigma 9", "has a sigma above 5")]
    [InlineData("-3s", "is negative")]
    [InlineData("gauss 1s 2s", "")]
    [InlineData("uniform 1s", "")]
    [InlineData("exponential mean 5", "")]
    public void Wrong_form_says_what_is_wrong(string text, string problem)
    {
        Assert.Null(DistributionText.Parse(text, out var found));
        Assert.StartsWith(problem, found, StringComparison.Ordinal);
        Assert.Equal(problem.Length == 0, found.Length == 0);
    }

    [Theory]
    [InlineData("gauss 1s 2s")]
    [InlineData("uniform 1s")]
    [InlineData("exponential mean 5")]
    [InlineData("-3s")]
    public void Schema_refuses_what_has_no_form(string text) => Assert.DoesNotMatch(new Regex(DistributionText.Pattern), text);
}
