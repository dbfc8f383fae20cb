using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Simulator.Reports.Statistics;

/// <summary>How often something happens, of how often it did: recovered in 19 of 20. Shares from 0 to 1.</summary>
public static class Proportions
{
    /// <summary>Wilson (1927): near the confidence that is asked for, also of few tries and at 0 and 1.</summary>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    public static Interval Wilson(int successes, int tries, double confidence)
    {
        Check(successes, tries);
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var (share, weight) = ((double)successes / tries, z * z / tries);
        var half = z * Math.Sqrt((share * (1 - share) / tries) + (weight / (4 * tries))) / (1 + weight);
        var middle = (share + (weight / 2)) / (1 + weight);
        return new Interval(successes == 0 ? 0 : middle - half, successes == tries ? 1 : middle + half);
    }

    /// <summary>Clopper and Pearson (1934): never holds the truth less often than is asked for.</summary>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    public static Interval ClopperPearson(int successes, int tries, double confidence)
    {
        var tail = (1 - confidence) / 2;
        return new Interval(AtLeast(successes, tries, 1 - tail), 1 - AtLeast(tries - successes, tries, 1 - tail));
    }

    /// <summary>What the share is at least, on one side only and exact: 20 of 20 are at least 86 % at 95 % confidence.</summary>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    public static double AtLeast(int successes, int tries, double confidence)
    {
        Check(successes, tries);
        return successes == 0 ? 0 : Beta.InvCDF(successes, tries - successes + 1, 1 - confidence);
    }

    /// <summary>Second share minus first (Newcombe 1998, method 10), of tries that have nothing to do with each other.</summary>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    public static Interval Difference((int Successes, int Tries) first, (int Successes, int Tries) second, double confidence)
    {
        var (before, after) = (Wilson(first.Successes, first.Tries, confidence), Wilson(second.Successes, second.Tries, confidence));
        var (p, q) = ((double)first.Successes / first.Tries, (double)second.Successes / second.Tries);
        return new Interval(
            q - p - double.Hypot(q - after.Low, before.High - p), q - p + double.Hypot(after.High - q, p - before.Low));
    }

    /// <summary>How likely shares so different are if they are the same (Fisher 1935), to either side.</summary>
    public static double ChanceIfEqual((int Successes, int Tries) first, (int Successes, int Tries) second)
    {
        Check(first.Successes, first.Tries);
        Check(second.Successes, second.Tries);
        var found = new Hypergeometric(first.Tries + second.Tries, first.Successes + second.Successes, second.Tries);
        return Doubled(
            found.CumulativeDistribution(second.Successes),
            1 - found.CumulativeDistribution(second.Successes) + found.Probability(second.Successes));
    }

    /// <summary>The same of pairs (McNemar 1947, exact): only those count in which one side has it and the other has not.</summary>
    public static double ChanceIfEqual(int onlyFirst, int onlySecond)
    {
        var pairs = onlyFirst + onlySecond;
        if (pairs == 0) return 1;
        var less = Enumerable.Range(0, Math.Min(onlyFirst, onlySecond) + 1)
            .Sum(count => SpecialFunctions.Binomial(pairs, count) * Math.Pow(0.5, pairs));
        return Math.Min(1, 2 * less);
    }

    private static double Doubled(double below, double above) => Math.Min(1, 2 * Math.Min(below, above));

    private static void Check(int successes, int tries)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, tries);
    }
}
