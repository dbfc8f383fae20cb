using MathNet.Numerics.Statistics;
using Simulator.Engine;

namespace Simulator.Reports.Statistics;

/// <summary>How much larger the mean of one sample is than that of another: second minus first, in their unit.</summary>
public static class Differences
{
    /// <summary>The two values at a place belong together: the same seed. What both share cancels out.</summary>
    /// <param name="first">At least two values.</param>
    /// <param name="second">As many.</param>
    public static Pivot Paired(IReadOnlyList<double> first, IReadOnlyList<double> second, StatisticKind kind, RandomStream stream) =>
        Means.PivotOf([.. first.Zip(second, (before, after) => after - before)], kind, stream);

    /// <summary>Samples that have nothing to do with each other, of different spread and length (Welch 1947).</summary>
    /// <param name="first">At least two values, as in <paramref name="second"/>.</param>
    public static Pivot Welch(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first.Count, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(second.Count, 2);
        var (before, errorBefore) = Means.WithError([.. first]);
        var (after, errorAfter) = Means.WithError([.. second]);
        var (a, b) = (errorBefore * errorBefore, errorAfter * errorAfter);
        return new StudentPivot(after - before, Math.Sqrt(a + b), Degrees(a, first.Count, b, second.Count));
    }

    /// <summary>Degrees of freedom of the sum of two estimated variances (Satterthwaite 1946).</summary>
    internal static double Degrees(double a, int countOfA, double b, int countOfB) =>
        a + b == 0 ? countOfA + countOfB - 2 : (a + b) * (a + b) / ((a * a / (countOfA - 1)) + (b * b / (countOfB - 1)));

    /// <summary>Of the means of paired values.</summary>
    internal static double Covariance(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        first.Covariance(second) / first.Count;
}
