using MathNet.Numerics.Distributions;

namespace Simulator.Reports.Statistics;

/// <summary>Student (1908): the mean of values near a bell, its error estimated from them.</summary>
/// <param name="degrees">Of freedom; need not be whole (Welch 1947).</param>
public sealed class StudentPivot(double estimate, double error, double degrees) : Pivot(estimate, error)
{
    public override string Method => "Student-t";

    /// <summary>How many standard errors an interval reaches to each side.</summary>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    public static double Reach(double degrees, double confidence) => StudentT.InvCDF(0, 1, degrees, (1 + confidence) / 2);

    protected override double Quantile(double share) => StudentT.InvCDF(0, 1, degrees, share);

    protected override double ShareAbove(double value) => StudentT.CDF(0, 1, degrees, -value);

    protected override double ShareBelow(double value) => StudentT.CDF(0, 1, degrees, value);
}
