using MathNet.Numerics.Statistics;

namespace Simulator.Reports.Statistics;

/// <summary>Percentiles by nearest rank: each is one of the values, never a mean of two, so that a pod can be pointed at.</summary>
public static class Percentiles
{
    /// <param name="sorted">In ascending order; at least one.</param>
    /// <param name="share">From 0 to 1: 0.99 for p99.</param>
    public static double Of(double[] sorted, double share)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Length);
        return SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R1);
    }
}
