using MathNet.Numerics.Statistics;
using Simulator.Engine;

namespace Simulator.Reports.Statistics;

/// <summary>The mean of independent values, such as one measure of runs with different seeds.</summary>
public static class Means
{
    /// <summary>Fewer say too little about their own tail.</summary>
    private const int BootstrapMin = 10;

    /// <summary>Of more, the mean is near a bell whatever the tail is, and resampling only costs time.</summary>
    private const int BootstrapMax = 200;

    /// <param name="values">At least one.</param>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    /// <param name="stream">For the resamples of skewed values.</param>
    public static Estimate Of(IReadOnlyList<double> values, StatisticKind kind, double confidence, RandomStream stream)
    {
        if (values.Count == 1) return new Estimate(values[0], Interval.Everything, 1, "one value");
        var pivot = PivotOf(values, kind, stream);
        return new Estimate(pivot.Estimate, pivot.Interval(confidence), values.Count, pivot.Method);
    }

    /// <param name="values">At least two. Skewed ones are resampled if there are 10 to 200 of them.</param>
    public static Pivot PivotOf(IReadOnlyList<double> values, StatisticKind kind, RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Count, 2);
        double[] sample = [.. values];
        var (mean, error) = WithError(sample);
        var isResampled = kind == StatisticKind.Skewed && error > 0 && sample.Length is >= BootstrapMin and <= BootstrapMax;
        return (isResampled ? Bootstrap.Mean(sample, stream) : null) ?? new StudentPivot(mean, error, sample.Length - 1);
    }

    /// <summary>The mean and its standard error.</summary>
    internal static (double Mean, double Error) WithError(double[] sample)
    {
        if (IsOneValue(sample)) return (sample[0], 0);
        var (mean, deviation) = ArrayStatistics.MeanStandardDeviation(sample);
        return (mean, deviation / Math.Sqrt(sample.Length));
    }

    // The mean of equal values can be off in its last bit, which would be taken for a spread.
    private static bool IsOneValue(double[] sample)
    {
        foreach (var value in sample)
        {
            if (value != sample[0]) return false;
        }

        return true;
    }
}
