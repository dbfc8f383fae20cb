using System.Globalization;
using System.Numerics;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>
/// A measured value as the status annotation has it: printed with three decimals, read as a quantity, printed again (ParseQuantity and
/// MarshalJSON in pkg/api/resource/quantity.go of 1.3.10).
/// </summary>
internal static class MetricValueText
{
    private static readonly string[] Suffixes = ["m", "", "k", "M", "G", "T", "P", "E"];

    /// <summary>More digits than these are not kept as they were written.</summary>
    private const int DigitsMax = 18;

    public static string Of(double value)
    {
        var milli = Milli(Math.Abs(value));
        var sign = double.IsNegative(value) && !milli.IsZero ? "-" : "";
        var (whole, rest) = (milli / 1000, milli % 1000);
        var isAsWritten = !whole.IsZero && !rest.IsZero && whole.ToString(CultureInfo.InvariantCulture).Length + 3 <= DigitsMax;
        return sign + (isAsWritten ? string.Create(CultureInfo.InvariantCulture, $"{whole}.{(int)rest:D3}") : Canonical(milli));
    }

    /// <summary>Thousandths, rounded to even as C's printf does, exactly.</summary>
    private static BigInteger Milli(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xFFFFFFFFFFFFF;
        var mantissa = (BigInteger)(exponent == 0 ? fraction : fraction | (1L << 52)) * 1000;
        var shift = (exponent == 0 ? 1 : exponent) - 1075;
        if (shift >= 0) return mantissa << shift;
        var (quotient, remainder) = BigInteger.DivRem(mantissa, BigInteger.One << -shift);
        var order = (remainder << 1).CompareTo(BigInteger.One << -shift);
        return order > 0 || (order == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static string Canonical(BigInteger milli)
    {
        if (milli.IsZero) return "0";
        var size = 0;
        while (size < Suffixes.Length - 1 && (milli % 1000).IsZero) (milli, size) = (milli / 1000, size + 1);
        return milli.ToString(CultureInfo.InvariantCulture) + Suffixes[size];
    }
}
