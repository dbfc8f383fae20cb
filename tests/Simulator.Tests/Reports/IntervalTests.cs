using Simulator.Engine;
using Simulator.Reports.Statistics;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>Intervals against tables of text books and against each other; how often they hold the truth is in Laws/CoverageLaws.</summary>
public sealed class IntervalTests
{
    private static readonly double[] Ten = [2, 4, 4, 4, 5, 5, 7, 9, 11, 13];

    private static RandomStream Stream => new RandomStreams(1)["test"];

    /// <summary>t(0.975; 9) = 2.262, by any table.</summary>
    [Fact]
    public void Student_t_is_that_of_the_tables()
    {
        var estimate = Means.Of(Ten, StatisticKind.Mean, 0.95, Stream);
        Assert.Equal(6.4, estimate.Value, 1e-12);
        Assert.Equal(2.262 * Math.Sqrt(12.4889 / 10), estimate.Interval.HalfWidth, 1e-3);
        Assert.Equal((10, "Student-t"), (estimate.Count, estimate.Method));
    }

    [Fact]
    public void One_value_bounds_nothing() =>
        Assert.Equal(new Estimate(7, Interval.Everything, 1, "one value"), Means.Of([7], StatisticKind.Skewed, 0.95, Stream));

    [Fact]
    public void Equal_values_are_exact() =>
        Assert.Equal(new Interval(0.1, 0.1), Means.Of([0.1, 0.1, 0.1], StatisticKind.Mean, 0.95, Stream).Interval);

    [Fact]
    public void A_tail_to_the_right_makes_an_interval_that_is_longer_to_the_right()
    {
        double[] values = [1, 1.1, 1.2, 1.3, 1.4, 1.6, 1.8, 2, 2.5, 3, 5, 12];
        var estimate = Means.Of(values, StatisticKind.Skewed, 0.95, Stream);
        Assert.Equal("bootstrap-t", estimate.Method);
        Assert.True(estimate.Interval.High - estimate.Value > 2 * (estimate.Value - estimate.Interval.Low), $"{estimate}");
        Assert.Equal(estimate, Means.Of(values, StatisticKind.Skewed, 0.95, Stream));
    }

    /// <summary>Nearly all values are equal: many resamples have no spread, and the bootstrap says nothing.</summary>
    [Fact]
    public void Values_that_are_nearly_all_equal_are_left_to_Student() =>
        Assert.Equal("Student-t", Means.Of([.. Enumerable.Repeat(0.0, 19), 5], StatisticKind.Skewed, 0.95, Stream).Method);

    /// <summary>An interval and a chance of the same pivot never contradict each other.</summary>
    [Theory]
    [InlineData(StatisticKind.Mean)]
    [InlineData(StatisticKind.Skewed)]
    public void The_chance_at_the_end_of_an_interval_is_its_tail(StatisticKind kind)
    {
        var pivot = Means.PivotOf(Ten, kind, Stream);
        var interval = pivot.Interval(0.95);
        Assert.Equal(0.025, pivot.ChanceIfAtMost(interval.Low), 0.001);
        Assert.Equal(0.025, pivot.ChanceIfAtLeast(interval.High), 0.001);
        Assert.True(pivot.ChanceIfAtMost(interval.Low - 1) < pivot.ChanceIfAtMost(interval.Low));
    }

    /// <summary>
    /// The sample of Efron and Tibshirani's book (1993, table 14.1): variance of 26 spatial scores, BCa 90 % (115.8, 259.6).
    /// </summary>
    [Fact]
    public void Bca_is_that_of_Efron_and_Tibshirani()
    {
        double[] scores = [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41];
        var interval = Bootstrap.Bca(scores, VarianceOf, 0.9, Stream);
        Assert.Equal(115.8, interval.Low, 3.0);
        Assert.Equal(259.6, interval.High, 6.0);
    }

    [Fact]
    public void Bca_of_a_statistic_that_never_varies_is_a_point() =>
        Assert.Equal(new Interval(3, 3), Bootstrap.Bca([3, 3, 3], values => values.Max(), 0.95, Stream));

    /// <summary>By the binomial table: of 10 values the 2nd and the 9th bound the median at 97.9 %, of 5 none do at 95 %.</summary>
    [Theory]
    [InlineData(10, 2, 9)]
    [InlineData(20, 6, 15)]
    [InlineData(6, 1, 6)]
    public void Order_statistics_bound_the_median(int count, double low, double high)
    {
        double[] values = [.. Enumerable.Range(1, count).Reverse()];
        Assert.Equal(new Interval(low, high), OrderStatistics.Median(values, 0.95).Interval);
    }

    [Fact]
    public void Five_values_bound_no_median() =>
        Assert.Equal(Interval.Everything, OrderStatistics.Median([1, 2, 3, 4, 5], 0.95).Interval);

    [Theory]
    [InlineData(367, false)]
    [InlineData(368, true)]
    public void The_99th_percentile_needs_368_values(int count, bool isBounded)
    {
        var interval = OrderStatistics.Percentile([.. Enumerable.Range(1, count)], 0.99, 0.95).Interval;
        Assert.Equal(isBounded, double.IsFinite(interval.High));
    }

    /// <summary>Hours of sleep that two drugs added for ten patients (Student 1908); the figures are those of R's t.test.</summary>
    [Fact]
    public void Differences_are_those_of_Students_sleepers()
    {
        double[] first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        var welch = Differences.Welch(first, second);
        Assert.Equal(-0.2054832, welch.Interval(0.95).Low, 1e-6);
        Assert.Equal(3.3654832, welch.Interval(0.95).High, 1e-6);
        Assert.Equal(0.07939, 2 * welch.ChanceIfAtMost(0), 1e-5);
        var paired = Differences.Paired(first, second, StatisticKind.Mean, Stream);
        Assert.Equal(0.7001142, paired.Interval(0.95).Low, 1e-6);
        Assert.Equal(2.4598858, paired.Interval(0.95).High, 1e-6);
        Assert.Equal(0.002833, 2 * paired.ChanceIfAtMost(0), 1e-6);
    }

    [Fact]
    public void What_pairs_share_cancels_out()
    {
        double[] before = [100, 250, 30, 700, 410];
        double[] after = [.. before.Select((value, i) => value + 5 + (i % 2 == 0 ? 0.1 : -0.1))];
        var paired = Differences.Paired(before, after, StatisticKind.Mean, Stream).Interval(0.95);
        Assert.InRange(paired.Low, 4.8, 5.02);
        Assert.InRange(paired.High, 5.02, 5.2);
        Assert.True(Differences.Welch(before, after).Interval(0.95).HalfWidth > 300);
    }

    [Fact]
    public void Ratios_hold_the_ratio_of_the_means()
    {
        double[] before = [10, 12, 11, 9, 13, 10];
        double[] after = [.. before.Select(value => 1.2 * value)];
        var paired = Ratios.Paired(before, after, 0.95)!.Value;
        Assert.Equal((1.2, 1.2), (paired.Low, paired.High), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-6);
        var unpaired = Ratios.Unpaired(before, after, 0.95)!.Value;
        Assert.True(unpaired.Contains(1.2) && unpaired.HalfWidth > 0.1, $"{unpaired}");
    }

    [Fact]
    public void Without_doubt_in_the_first_mean_Fieller_is_Student_over_it()
    {
        double[] after = [4, 6, 5, 7, 8];
        var expected = Means.Of(after, StatisticKind.Mean, 0.95, Stream).Interval;
        var ratio = Ratios.Paired([2, 2, 2, 2, 2], after, 0.95)!.Value;
        Assert.Equal(expected.Low / 2, ratio.Low, 1e-9);
        Assert.Equal(expected.High / 2, ratio.High, 1e-9);
    }

    [Fact]
    public void A_ratio_over_what_may_be_nothing_is_none()
    {
        Assert.Null(Ratios.Paired([-1, 1, 0.5], [4, 5, 6], 0.95));
        Assert.Null(Ratios.Unpaired([0, 0, 0], [4, 5, 6], 0.95));
    }

    private static double VarianceOf(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / values.Length;
    }
}
