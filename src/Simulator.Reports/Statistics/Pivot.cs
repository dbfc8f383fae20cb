namespace Simulator.Reports.Statistics;

/// <summary>
/// An estimate and how far it may be from the truth: <c>(estimate - truth) / error</c> has a known distribution, whatever the truth is.
/// Intervals and chances come of the same distribution, so that they never contradict each other.
/// </summary>
/// <param name="estimate">In the unit of the sample.</param>
/// <param name="error">Standard error of the estimate; 0: all values are the same, and the estimate counts as exact.</param>
public abstract class Pivot(double estimate, double error)
{
    public double Estimate => estimate;

    public double Error => error;

    /// <summary>How it is made: <c>Student-t</c>, <c>bootstrap-t</c>.</summary>
    public abstract string Method { get; }

    /// <param name="confidence">From 0 to 1: 0.95.</param>
    /// <returns>With equal chances beyond both ends.</returns>
    public Interval Interval(double confidence)
    {
        if (error == 0) return new Interval(estimate, estimate);
        var tail = (1 - confidence) / 2;
        return new Interval(estimate - (Quantile(1 - tail) * error), estimate - (Quantile(tail) * error));
    }

    /// <summary>How likely such an estimate or a larger one is if the truth is the bound or less.</summary>
    public double ChanceIfAtMost(double bound) =>
        error > 0 ? ShareAbove((estimate - bound) / error) : estimate > bound ? 0 : 1;

    /// <summary>How likely such an estimate or a smaller one is if the truth is the bound or more.</summary>
    public double ChanceIfAtLeast(double bound) =>
        error > 0 ? ShareBelow((estimate - bound) / error) : estimate < bound ? 0 : 1;

    protected abstract double Quantile(double share);

    /// <summary>Of the distribution, from the value on.</summary>
    protected abstract double ShareAbove(double value);

    /// <summary>Of the distribution, up to the value.</summary>
    protected abstract double ShareBelow(double value);
}
