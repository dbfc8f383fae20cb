namespace Simulator.Reports.Statistics;

/// <summary>
/// The studentized bootstrap (Efron 1981; Hall 1988): the distribution is that of resamples around the sample's own mean, with their own
/// errors, so that a long tail to one side makes an interval that is longer to that side.
/// </summary>
/// <param name="sorted">(mean of resample - mean of sample) / error of resample, in ascending order.</param>
internal sealed class BootstrapPivot(double estimate, double error, double[] sorted) : Pivot(estimate, error)
{
    public override string Method => "bootstrap-t";

    protected override double Quantile(double share) => Percentiles.Of(sorted, share);

    // One more resample, the sample itself, is as far out as can be: a chance is never called 0 (Davison, Hinkley 1997).
    protected override double ShareAbove(double value) => (1.0 + sorted.Length - FirstFrom(value)) / (sorted.Length + 1);

    protected override double ShareBelow(double value) => (1.0 + FirstBeyond(value)) / (sorted.Length + 1);

    private int FirstFrom(double value) => First(found => found >= value);

    private int FirstBeyond(double value) => First(found => found > value);

    private int First(Func<double, bool> isThere)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isThere(sorted[middle])) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
