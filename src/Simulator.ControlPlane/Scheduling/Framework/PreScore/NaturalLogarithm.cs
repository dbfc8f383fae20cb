namespace Simulator.ControlPlane.Scheduling.Framework.PreScore;

/// <summary>
/// The natural logarithm as Go computes it on every machine (FreeBSD's e_log.c, which src/math/log.go cites): the last bit of a library's
/// own may differ.
/// </summary>
internal static class NaturalLogarithm
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Coefficients of the polynomial, 1 to 7.</summary>
    private static readonly double[] L =
    [
        0, 6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01, 2.222219843214978396e-01,
        1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01,
    ];

    /// <param name="x">A whole number of at least 1.</param>
    public static double Of(double x)
    {
        var exponent = Math.ILogB(x) + 1;
        var fraction = Math.ScaleB(x, -exponent);
        if (fraction < Math.Sqrt(2) / 2)
        {
            fraction *= 2;
            exponent--;
        }

        var f = fraction - 1;
        var s = f / (2 + f);
        var (s2, s4) = (s * s, s * s * (s * s));
        var odd = s2 * (L[1] + (s4 * (L[3] + (s4 * (L[5] + (s4 * L[7]))))));
        var even = s4 * (L[2] + (s4 * (L[4] + (s4 * L[6]))));
        var half = 0.5 * f * f;
        return (exponent * Ln2High) - (half - ((s * (half + (odd + even))) + (exponent * Ln2Low)) - f);
    }
}
