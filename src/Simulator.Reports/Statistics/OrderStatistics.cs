using MathNet.Numerics.Distributions;

namespace Simulator.Reports.Statistics;

/// <summary>Percentiles of independent values without a word about their distribution: two of the values themselves bound each.</summary>
public static class OrderStatistics
{
    public static Estimate Median(IReadOnlyList<double> values, double confidence) => Percentile(values, 0.5, confidence);

    /// <param name="values">At least one, in any order.</param>
    /// <param name="share">From 0 to 1: 0.99 for p99.</param>
    /// <param name="confidence">From 0 to 1: 0.95. The interval holds the truth at least as often.</param>
    /// <returns>An end is infinite where so few values cannot bound it: at 95 % the median needs 6, p99 on its upper side 368.</returns>
    public static Estimate Percentile(IReadOnlyList<double> values, double share, double confidence)
    {
        double[] sorted = [.. values.Order()];
        return new Estimate(
            Percentiles.Of(sorted, share), Interval(sorted, share, (1 - confidence) / 2), sorted.Length, "order statistics");
    }

    // How many values are below the percentile is binomial.
    private static Interval Interval(double[] sorted, double share, double tail)
    {
        var below = new Binomial(share, sorted.Length);
        var low = -1;
        while (low + 1 < sorted.Length && below.CumulativeDistribution(low + 1) <= tail) low++;
        var high = sorted.Length - 1;
        while (high >= 0 && below.CumulativeDistribution(high) >= 1 - tail) high--;
        return new Interval(
            low < 0 ? double.NegativeInfinity : sorted[low],
            high + 1 >= sorted.Length ? double.PositiveInfinity : sorted[high + 1]);
    }
}
