using MathNet.Numerics.Distributions;
using Simulator.Engine;
using Simulator.Reports.Statistics;

namespace Simulator.Studies.Risk.Estimates;

/// <summary>Outcomes of troubles of one kind, of which so many come in a year, each outcome equally likely.</summary>
public sealed record YearlyOutcomes(double PerYear, IReadOnlyList<double> Seconds);

/// <summary>How years differ: the seconds lost in each of many years that are composed of the outcomes of the runs.</summary>
/// <param name="Sorted">Seconds, from the best year to the worst.</param>
public sealed record YearSpread(IReadOnlyList<double> Sorted)
{
    /// <summary>Of more troubles a year than these the sum is as good as normal.</summary>
    private const double Many = 200;

    private readonly double[] _sorted = [.. Sorted];

    public double Median => Of(0.5);

    /// <summary>One year in ten is worse.</summary>
    public double OneInTen => Of(0.9);

    public double Worst => _sorted[^1];

    /// <summary>Share of the years in which nothing was lost.</summary>
    public double Clean => _sorted.Count(seconds => seconds <= 0) / (double)_sorted.Length;

    /// <param name="usual">Seconds that each year loses in any case.</param>
    public static YearSpread Compose(int years, IReadOnlyList<YearlyOutcomes> kinds, double usual, RandomStream stream)
    {
        var sums = new double[years];
        Array.Fill(sums, usual);
        foreach (var kind in kinds.Where(kind => kind.Seconds.Any(seconds => seconds != 0)))
        {
            if (kind.PerYear > Many) AddMany(sums, kind, stream);
            else AddEach(sums, kind, stream);
        }

        for (var year = 0; year < years; year++) sums[year] = Math.Max(0, sums[year]); // what overlaps is lost once
        Array.Sort(sums);
        return new YearSpread(sums);
    }

    private double Of(double share) => Percentiles.Of(_sorted, share);

    private static void AddEach(double[] sums, YearlyOutcomes kind, RandomStream stream)
    {
        for (var year = 0; year < sums.Length; year++)
        {
            var count = Poisson.Sample(stream.ForMathNet, kind.PerYear);
            for (var i = 0; i < count; i++) sums[year] += kind.Seconds[stream.NextInt(kind.Seconds.Count)];
        }
    }

    /// <summary>A compound Poisson sum: its mean is the rate times the mean, its variance the rate times the mean square.</summary>
    private static void AddMany(double[] sums, YearlyOutcomes kind, RandomStream stream)
    {
        var mean = kind.PerYear * kind.Seconds.Average();
        var deviation = Math.Sqrt(kind.PerYear * kind.Seconds.Average(seconds => seconds * seconds));
        for (var year = 0; year < sums.Length; year++) sums[year] += Normal.Sample(stream.ForMathNet, mean, deviation);
    }
}
