using MathNet.Numerics.Distributions;

namespace Simulator.Studies.Risk.Estimates;

/// <summary>An estimated number, and how sure it is.</summary>
/// <param name="Variance">Of the estimate, itself estimated; 0: the number is exact.</param>
/// <param name="Freedom">Degrees of freedom of the variance, for Student's t; infinite: the variance is exact.</param>
public readonly record struct Estimate(double Value, double Variance, double Freedom)
{
    public static Estimate Exactly(double value) => new(value, 0, double.PositiveInfinity);

    /// <summary>Half the width of the interval in which the truth lies with a confidence of 95 %.</summary>
    public double Half => HalfWidth(0.95);

    public double HalfWidth(double confidence)
    {
        if (Variance <= 0) return 0;
        var t = double.IsFinite(Freedom)
            ? StudentT.InvCDF(0, 1, Freedom, 0.5 + (confidence / 2))
            : Normal.InvCDF(0, 1, 0.5 + (confidence / 2));
        return t * Math.Sqrt(Variance);
    }

    /// <summary>Of independent estimates; degrees of freedom after Satterthwaite (1946).</summary>
    public static Estimate operator +(Estimate left, Estimate right)
    {
        var variance = left.Variance + right.Variance;
        var spread = Share(left) + Share(right);
        return new Estimate(left.Value + right.Value, variance, spread > 0 ? variance * variance / spread : double.PositiveInfinity);
    }

    public static Estimate operator *(Estimate estimate, double factor) =>
        estimate with { Value = estimate.Value * factor, Variance = estimate.Variance * factor * factor };

    private static double Share(Estimate estimate) => estimate.Variance * estimate.Variance / estimate.Freedom;
}
