using Simulator.Engine;
using Simulator.Reports.Statistics;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class SteadyStateTests
{
    [Fact]
    public void A_warm_up_is_cut_where_it_ends()
    {
        var stream = new RandomStreams(1)["noise"];
        double[] values = [.. Enumerable.Range(0, 400).Select(i => (i < 60 ? 10 - (i / 6.0) : 0) + stream.NextDouble())];
        Assert.InRange(WarmUp.Cut(values) ?? -1, 50, 65);
    }

    [Fact]
    public void Without_a_warm_up_little_is_cut()
    {
        var stream = new RandomStreams(2)["noise"];
        Assert.InRange(WarmUp.Cut([.. Enumerable.Range(0, 400).Select(_ => stream.NextDouble())]) ?? -1, 0, 100);
    }

    [Fact]
    public void What_grows_to_the_end_has_not_settled() =>
        Assert.Null(WarmUp.Cut([.. Enumerable.Range(0, 200).Select(i => (double)i)]));

    [Fact]
    public void Values_that_are_all_equal_lose_none() => Assert.Equal(0, WarmUp.Cut([.. Enumerable.Repeat(3.0, 100)]));

    /// <summary>Values that follow each other are alike: Student's t of the single values would be far too narrow.</summary>
    [Fact]
    public void Batches_know_that_neighbours_are_alike()
    {
        var stream = new RandomStreams(3)["noise"];
        var (level, values) = (0.0, new List<double>());
        for (var i = 0; i < 5_000; i++) values.Add(level = (0.95 * level) + stream.NextDouble() - 0.5);
        var batched = BatchMeans.Of(values, 0.95);
        var single = Means.Of(values, StatisticKind.Mean, 0.95, stream);
        Assert.True(batched.Interval.Contains(0), $"{batched}");
        Assert.True(batched.Interval.HalfWidth > 3 * single.Interval.HalfWidth, $"{batched} {single}");
    }

    [Fact]
    public void Too_few_values_make_no_batches() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BatchMeans.Of([1, 2, 3], 0.95));
}
