using Simulator.Reports.Statistics;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class ProportionTests
{
    /// <summary>What a planner is told of 20 seeds that all hold.</summary>
    [Theory]
    [InlineData(20, 20, 0.95, 0.861)]
    [InlineData(59, 59, 0.95, 0.950)]
    [InlineData(19, 20, 0.95, 0.784)]
    [InlineData(0, 20, 0.95, 0)]
    public void At_least(int successes, int tries, double confidence, double expected) =>
        Assert.Equal(expected, Proportions.AtLeast(successes, tries, confidence), 0.0006);

    /// <summary>Newcombe 1998 (one sample), table I: Wilson and Clopper-Pearson of 81/263, 15/148, 0/20 and 1/29.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662, 0.2527, 0.3676)]
    [InlineData(15, 148, 0.0624, 0.1605, 0.0578, 0.1617)]
    [InlineData(0, 20, 0, 0.1611, 0, 0.1684)]
    [InlineData(1, 29, 0.0061, 0.1718, 0.0009, 0.1776)]
    public void Intervals_of_the_literature(int successes, int tries, double low, double high, double lowExact, double highExact)
    {
        Same(new Interval(low, high), Proportions.Wilson(successes, tries, 0.95));
        Same(new Interval(lowExact, highExact), Proportions.ClopperPearson(successes, tries, 0.95));
    }

    /// <summary>Newcombe 1998 (two samples), table II, method 10: 56/70 - 48/80 and 10/10 - 0/10.</summary>
    [Theory]
    [InlineData(48, 80, 56, 70, 0.0524, 0.3339)]
    [InlineData(0, 10, 10, 10, 0.6075, 1)]
    public void Differences_of_the_literature(int first, int ofFirst, int second, int ofSecond, double low, double high) =>
        Same(new Interval(low, high), Proportions.Difference((first, ofFirst), (second, ofSecond), 0.95));

    [Fact]
    public void One_run_of_twenty_that_did_not_recover_is_what_chance_brings() =>
        Assert.Equal(1, Proportions.ChanceIfEqual((19, 20), (20, 20)), 1e-9);

    /// <summary>Fisher's tea: all eight cups right is 1 in 70, to one side.</summary>
    [Fact]
    public void The_lady_tastes_tea() => Assert.Equal(2 / 70.0, Proportions.ChanceIfEqual((0, 4), (4, 4)), 1e-9);

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 6, 0.03125)]
    [InlineData(6, 0, 0.03125)]
    [InlineData(3, 3, 1)]
    public void Pairs_count_where_they_differ(int onlyFirst, int onlySecond, double chance) =>
        Assert.Equal(chance, Proportions.ChanceIfEqual(onlyFirst, onlySecond), 1e-12);

    [Fact]
    public void More_successes_than_tries_are_none() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportions.Wilson(3, 2, 0.95));

    /// <summary>Holm's own way: 0.01, 0.02, 0.03, 0.04 of four become 0.04, 0.06, 0.06, 0.06.</summary>
    [Fact]
    public void Holm_adjusts_step_by_step() =>
        Assert.Equal(
            [0.06, 0.04, 0.06, 0.06], Holm.Adjust([0.03, 0.01, 0.02, 0.04]).Select(chance => Math.Round(chance, 12)));

    [Fact]
    public void Holm_never_says_more_than_one() => Assert.Equal([1, 1], Holm.Adjust([0.9, 0.6]));

    private static void Same(Interval expected, Interval found)
    {
        Assert.Equal(expected.Low, found.Low, 0.0001);
        Assert.Equal(expected.High, found.High, 0.0001);
    }
}
