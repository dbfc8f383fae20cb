using MathNet.Numerics.Distributions;
using Simulator.Reports.Statistics;

namespace Simulator.Studies.Risk.Estimates;

/// <summary>An estimated number, and how sure it is.</summary>
/// <param name="Variance">Of the mean itself, estimated as well; 0: the number is exact.</param>
/// <param name="Freedom">Degrees of freedom of the variance, for Student's t; infinite: the variance is exact.</param>
public readonly record struct Mean(double Value, double Variance, double Freedom)
{
    public static Mean Exactly(double value) => new(value, 0, double.PositiveInfinity);

    /// <summary>Half the width of the interval in which the truth lies with a confidence of 95 %.</summary>
    public double Half => HalfWidth(0.95);

    public double HalfWidth(double confidence)
    {
        if (Variance <= 0) return 0;
        var t = double.IsFinite(Freedom)
            ? StudentPivot.Reach(Freedom, confidence)
            : Normal.InvCDF(0, 1, 0.5 + (confidence / 2));
        return t * Math.Sqrt(Variance);
    }

    /// <summary>Of independent estimates; degrees of freedom after Satterthwaite (1946).</summary>
    public static Mean operator +(Mean left, Mean right)
    {
        var variance = left.Variance + right.Variance;
        var spread = Share(left) + Share(right);
        return new Mean(left.Value + right.Value, variance, spread > 0 ? variance * variance / spread : double.PositiveInfinity);
    }

    public static Mean operator *(Mean mean, double factor) =>
        mean with { Value = mean.Value * factor, Variance = mean.Variance * factor * factor };

    private static double Share(Mean mean) => mean.Variance * mean.Variance / mean.Freedom;
}
