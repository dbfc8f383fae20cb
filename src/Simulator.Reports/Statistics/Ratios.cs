namespace Simulator.Reports.Statistics;

/// <summary>How many times as large the mean of one sample is as that of another: second over first (Fieller 1954).</summary>
public static class Ratios
{
    /// <param name="first">At least two values; the two at a place belong together.</param>
    /// <param name="second">As many.</param>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    /// <returns>Null if the first mean may as well be 0: then the ratio may be anything.</returns>
    public static Interval? Paired(IReadOnlyList<double> first, IReadOnlyList<double> second, double confidence)
    {
        var reach = StudentPivot.Reach(first.Count - 1, confidence);
        return Fieller(first, second, Differences.Covariance(first, second), reach);
    }

    /// <summary>Of samples that have nothing to do with each other, each of at least two values.</summary>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    /// <returns>Null if the first mean may as well be 0.</returns>
    public static Interval? Unpaired(IReadOnlyList<double> first, IReadOnlyList<double> second, double confidence)
    {
        var (below, errorBelow) = Means.WithError([.. first]);
        var (above, errorAbove) = Means.WithError([.. second]);
        if (below == 0) return null;
        var shared = errorBelow * above / below;
        var degrees = Differences.Degrees(shared * shared, first.Count, errorAbove * errorAbove, second.Count);
        return Fieller(first, second, 0, StudentPivot.Reach(degrees, confidence));
    }

    /// <param name="covariance">Of the two means.</param>
    /// <param name="reach">Standard errors to each side.</param>
    private static Interval? Fieller(IReadOnlyList<double> first, IReadOnlyList<double> second, double covariance, double reach)
    {
        var (below, errorBelow) = Means.WithError([.. first]);
        var (above, errorAbove) = Means.WithError([.. second]);
        var (varianceBelow, varianceAbove) = (errorBelow * errorBelow, errorAbove * errorAbove);
        var doubt = reach * reach * varianceBelow / (below * below);
        if (!(doubt < 1)) return null;
        var ratio = above / below;
        var slope = varianceBelow == 0 ? 0 : covariance / varianceBelow;
        var spread = varianceAbove - (2 * ratio * covariance) + (ratio * ratio * varianceBelow)
            - (doubt * (varianceAbove - (slope * covariance)));
        var half = reach / Math.Abs(below) * Math.Sqrt(Math.Max(0, spread));
        return Interval.Around((ratio - (doubt * slope)) / (1 - doubt), half / (1 - doubt));
    }
}
