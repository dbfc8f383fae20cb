using MathNet.Numerics.Distributions;
using Simulator.Engine;

namespace Simulator.Reports.Statistics;

/// <summary>Resampling (Efron 1979). The same stream gives the same intervals, on any machine.</summary>
public static class Bootstrap
{
    /// <summary>Enough for chances of 1 in 5,000, which Holm's correction asks for with a hundred measures.</summary>
    public const int Resamples = 9_999;

    /// <summary>
    /// Bias-corrected and accelerated percentiles (Efron 1987), for any statistic of a sample. Of few values with a long tail they hold the
    /// truth less often than is asked for (the mean of 20 waits in a queue: 50 of 60 at 95 %); for means there is
    /// <see cref="Means"/>.
    /// </summary>
    /// <param name="values">At least two.</param>
    /// <param name="statistic">Asked for samples in no order, each as long as <paramref name="values"/> or one shorter.</param>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    public static Interval Bca(IReadOnlyList<double> values, Func<double[], double> statistic, double confidence, RandomStream stream)
    {
        double[] sample = [.. values];
        var estimate = statistic([.. sample]);
        var found = Resampled(sample, statistic, stream);
        var (below, equal) = (found.Count(value => value < estimate), found.Count(value => value == estimate));
        if (equal == found.Length) return new Interval(estimate, estimate);
        var bias = Normal.InvCDF(0, 1, Inside((below + (equal / 2.0)) / found.Length, found.Length));
        var acceleration = Acceleration(sample, statistic);
        return new Interval(End((1 - confidence) / 2), End((1 + confidence) / 2));

        double End(double share)
        {
            var z = bias + Normal.InvCDF(0, 1, share);
            return Percentiles.Of(found, Normal.CDF(0, 1, bias + (z / (1 - (acceleration * z)))));
        }
    }

    /// <summary>The mean of a sample with a tail.</summary>
    /// <returns>Null if so many values are equal that resamples without any spread are no exception: then it says nothing.</returns>
    internal static Pivot? Mean(double[] sample, RandomStream stream)
    {
        var (mean, error) = Means.WithError(sample);
        var found = new List<double>(Resamples);
        var resample = new double[sample.Length];
        for (var i = 0; i < Resamples; i++)
        {
            Draw(sample, resample, stream);
            var (shifted, spread) = Means.WithError(resample);
            if (spread > 0) found.Add((shifted - mean) / spread);
        }

        found.Sort();
        return found.Count < 0.999 * Resamples ? null : new BootstrapPivot(mean, error, [.. found]);
    }

    private static double[] Resampled(double[] sample, Func<double[], double> statistic, RandomStream stream)
    {
        var found = new double[Resamples];
        var resample = new double[sample.Length];
        for (var i = 0; i < Resamples; i++)
        {
            Draw(sample, resample, stream);
            found[i] = statistic(resample);
        }

        Array.Sort(found);
        return found;
    }

    private static void Draw(double[] sample, double[] resample, RandomStream stream)
    {
        for (var i = 0; i < resample.Length; i++) resample[i] = sample[stream.NextInt(sample.Length)];
    }

    /// <summary>From the jackknife: how the error of the statistic changes with its value.</summary>
    private static double Acceleration(double[] sample, Func<double[], double> statistic)
    {
        double[] without = [.. sample.Select((_, left) => statistic([.. sample.Where((_, i) => i != left)]))];
        var mean = without.Average();
        var squares = without.Sum(value => (mean - value) * (mean - value));
        return squares == 0 ? 0 : without.Sum(value => Math.Pow(mean - value, 3)) / (6 * Math.Pow(squares, 1.5));
    }

    /// <summary>All resamples on one side of the estimate would be an infinite bias.</summary>
    private static double Inside(double share, int count) => Math.Clamp(share, 0.5 / count, 1 - (0.5 / count));
}
