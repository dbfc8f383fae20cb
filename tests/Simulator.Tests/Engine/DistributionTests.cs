using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Engine;

public sealed class DistributionTests
{
    private const int Draws = 100_000;

    public static TheoryData<string, IDistribution, double> Shapes => new()
    {
        { "constant", new Constant(Seconds(2)), 2 },
        { "uniform", new Uniform(Seconds(1), Seconds(5)), 3 },
        { "exponential", new Exponential(Seconds(4)), 4 },
        { "exponential by rate", Exponential.OfRate(0.5), 2 },
        { "log-normal by median", new LogNormal(Seconds(2), 0.5), 2 * Math.Exp(0.125) },
        { "log-normal by logarithm", LogNormal.OfLogarithm(Math.Log(3), 1), 3 * Math.Exp(0.5) },
        { "normal far from zero", new TruncatedNormal(Seconds(10), Seconds(1)), 10 },
        { "normal cut at its center", new TruncatedNormal(TimeSpan.Zero, Seconds(1)), Math.Sqrt(2 / Math.PI) },
        { "empirical", new Empirical(new(0, Seconds(0)), new(0.5, Seconds(2)), new(1, Seconds(10))), 3.5 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Samples_have_the_stated_mean(string name, IDistribution distribution, double mean)
    {
        var stream = new RandomStreams(1)[name];
        var draws = new double[Draws];
        for (var i = 0; i < Draws; i++) draws[i] = distribution.Sample(stream).TotalSeconds;
        var deviation = Math.Sqrt(draws.Sum(x => Math.Pow(x - mean, 2)) / Draws);

        // 3.3 standard errors are exceeded once in a thousand seeds; half a microsecond is lost to rounding.
        Assert.InRange(draws.Average() - mean, (-3.3 * deviation / Math.Sqrt(Draws)) - 1e-6, (3.3 * deviation / Math.Sqrt(Draws)) + 1e-6);
        Assert.Equal(mean, distribution.Mean.TotalSeconds, 6);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Samples_are_whole_microseconds_and_never_negative(string name, IDistribution distribution, double mean)
    {
        var stream = new RandomStreams(2)[name];
        for (var i = 0; i < 1_000; i++)
        {
            var sample = distribution.Sample(stream);
            Assert.True(sample >= TimeSpan.Zero && sample.Ticks % TimeSpan.TicksPerMicrosecond == 0, $"{sample} of mean {mean}");
        }
    }

    [Fact]
    public void Half_of_log_normal_samples_are_below_the_median()
    {
        // 3.3 standard errors of a share of a half.
        var stream = new RandomStream(8);
        var distribution = new LogNormal(Seconds(2), 1.5);
        var below = Enumerable.Range(0, Draws).Count(_ => distribution.Sample(stream) < Seconds(2));
        Assert.InRange(below / (double)Draws, 0.5 - 0.0053, 0.5 + 0.0053);
    }

    [Fact]
    public void Distributions_are_values()
    {
        Assert.Equal(new Uniform(Seconds(1), Seconds(2)), new Uniform(Seconds(1), Seconds(2)));
        Assert.Equal(new Empirical(new(0, Seconds(0)), new(1, Seconds(1))), new Empirical(new(0, Seconds(0)), new(1, Seconds(1))));
        Assert.NotEqual(new Empirical(new(0, Seconds(0)), new(1, Seconds(1))), new Empirical(new(0, Seconds(0)), new(1, Seconds(2))));
    }

    [Fact]
    public void Impossible_parameters_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Constant(Seconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Uniform(Seconds(2), Seconds(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogNormal(Seconds(2), double.NaN));
        Assert.Throws<ArgumentException>(() => new Empirical(new(0, Seconds(1)), new(0.9, Seconds(2))));
        Assert.Throws<ArgumentException>(() => new Empirical(new(0, Seconds(3)), new(1, Seconds(2))));
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
