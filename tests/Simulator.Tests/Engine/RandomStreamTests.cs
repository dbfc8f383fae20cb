using Simulator.Engine;
using Xunit;

namespace Simulator.Tests.Engine;

public sealed class RandomStreamTests
{
    [Fact]
    public void The_generator_is_xoshiro256_starstar()
    {
        // Seed 0 through splitmix64, as computed by an independent implementation of the published algorithms.
        var stream = new RandomStream(0);
        Assert.Equal(
            "99ec5f36cb75f2b4 bf6e1f784956452a 1a5f849d4933e6e0",
            string.Join(' ', Enumerable.Range(0, 3).Select(_ => stream.NextULong().ToString("x16"))));
    }

    [Fact]
    public void A_named_stream_gives_the_same_on_every_machine()
    {
        var stream = new RandomStreams(1)["outages"];
        Assert.Equal(
            "1c25281f42df3cbe 62de3caf8513f072 05b7513d4e6b94bc",
            string.Join(' ', Enumerable.Range(0, 3).Select(_ => stream.NextULong().ToString("x16"))));
    }

    [Fact]
    public void Draws_of_one_stream_do_not_change_another()
    {
        var (quiet, busy) = (new RandomStreams(5), new RandomStreams(5));
        for (var i = 0; i < 1_000; i++) busy["users"].NextULong();
        Assert.Equal(quiet["outages"].NextULong(), busy["outages"].NextULong());
        Assert.NotEqual(quiet["users"].NextULong(), busy["users"].NextULong());
    }

    [Fact]
    public void Seed_and_name_both_matter()
    {
        var first = new RandomStreams(5)["a"].NextULong();
        Assert.NotEqual(first, new RandomStreams(5)["b"].NextULong());
        Assert.NotEqual(first, new RandomStreams(6)["a"].NextULong());
    }

    [Fact]
    public void Integers_are_equally_likely()
    {
        // Chi-square with 6 degrees of freedom exceeds 22.5 once in a thousand seeds.
        var stream = new RandomStream(3);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++) counts[stream.NextInt(7)]++;
        Assert.InRange(counts.Sum(n => Math.Pow(n - 10_000, 2) / 10_000), 0, 22.5);
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInt(0));
    }

    [Fact]
    public void Doubles_fill_the_unit_interval()
    {
        // The mean of 100,000 has a standard error of 0.00091; 3.3 of them are exceeded once in a thousand seeds.
        var stream = new RandomStream(4);
        var draws = Enumerable.Range(0, 100_000).Select(_ => stream.NextDouble()).ToArray();
        Assert.InRange(draws.Average(), 0.497, 0.503);
        Assert.InRange(draws.Min(), 0, 0.001);
        Assert.InRange(draws.Max(), 0.999, 0.9999999999999999);
    }

    [Fact]
    public void MathNet_draws_from_the_same_stream()
    {
        var (plain, adapted) = (new RandomStream(9), new RandomStream(9));
        Assert.Equal(plain.NextDouble(), adapted.ForMathNet.NextDouble());
        Assert.Equal(plain.NextDouble(), adapted.NextDouble());
    }
}
