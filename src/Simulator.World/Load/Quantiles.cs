namespace Simulator.World.Load;

/// <summary>Percentiles of a distribution that is given by the share above each value.</summary>
public static class Quantiles
{
    private const double Precision = 5e-4;

    /// <summary>The values of rising shares: each search begins where the one before has ended.</summary>
    public static double[] Of(Func<double, double> above, ReadOnlySpan<double> shares, double scale)
    {
        var values = new double[shares.Length];
        for (var i = 0; i < shares.Length; i++) values[i] = Of(above, shares[i], i > 0 && values[i - 1] > 0 ? values[i - 1] * 1.5 : scale);
        return values;
    }

    /// <summary>The value that a share of all stays below. The logarithm of a tail is nearly a straight line: few steps reach it.</summary>
    /// <param name="above">Falls from its value at 0 towards 0.</param>
    /// <param name="scale">A typical value, above 0.</param>
    /// <returns>0 if less than the rest is above 0.</returns>
    public static double Of(Func<double, double> above, double share, double scale)
    {
        var target = Math.Log(1 - share);
        var (low, high) = (0.0, scale);
        var (atLow, atHigh) = (Log(above, low) - target, Log(above, high) - target);
        if (atLow <= 0) return 0;
        while (atHigh > 0)
        {
            (low, atLow) = (high, atHigh);
            high *= 2;
            atHigh = Log(above, high) - target;
        }

        return Between(above, target, (low, atLow), (high, atHigh));
    }

    /// <summary>Regula falsi in the form of Illinois: the end that stays twice counts half.</summary>
    private static double Between(Func<double, double> above, double target, (double At, double Off) low, (double At, double Off) high)
    {
        var side = 0;
        for (var i = 0; i < 60 && high.At - low.At > Precision * high.At; i++)
        {
            var next = low.At + ((high.At - low.At) * low.Off / (low.Off - high.Off));
            var off = Log(above, next) - target;
            if (Math.Abs(off) < Precision) return next;
            if (off > 0) (low, high, side) = ((next, off), side > 0 ? (high.At, high.Off / 2) : high, 1);
            else (high, low, side) = ((next, off), side < 0 ? (low.At, low.Off / 2) : low, -1);
        }

        return (low.At + high.At) / 2;
    }

    private static double Log(Func<double, double> above, double value) => Math.Log(Math.Max(above(value), 1e-300));
}
