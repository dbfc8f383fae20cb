using System.Globalization;
using System.Numerics;

namespace Simulator.Api;

/// <summary>The text form of quantities: sign, digits with at most one point, suffix.</summary>
/// <remarks>
/// ParseQuantity and suffix.go of 1.3.10, with their oddities: digits may be missing altogether ("m" is 0), a point may
/// stand at either end, and <c>E</c> alone is exa while <c>E3</c> is an exponent. Amounts finer than a billionth round away
/// from zero; amounts beyond 2^63-1 units are cut to that.
/// </remarks>
internal static class QuantityText
{
    /// <summary>Digits beyond these can only matter by being there, not by their value.</summary>
    private const int DigitsMax = 60;

    private static readonly Int128 NanosMax = (Int128)long.MaxValue * 1_000_000_000;

    public static bool TryParse(string text, out Quantity quantity)
    {
        quantity = Quantity.Zero;
        if (text.Length == 0) return false;
        var rest = text.AsSpan(text[0] is '+' or '-' ? 1 : 0);
        var whole = Digits(ref rest);
        var fraction = rest.StartsWith(".") ? Fraction(ref rest) : default;
        if (!QuantitySuffix.TryParse(rest, out var suffix)) return false;
        var nanos = Magnitude(whole.TrimStart('0'), fraction, suffix);
        quantity = new Quantity(text[0] == '-' ? -nanos : nanos);
        return true;
    }

    /// <summary>The shorter of the best binary and the best decimal form, so that 1Gi and 5k both come back as written.</summary>
    public static string Format(Quantity quantity)
    {
        if (quantity.Nanos == 0) return "0";
        var @decimal = Format(quantity, QuantitySuffix.DecimalSizes)!;
        return Format(quantity, QuantitySuffix.BinarySizes) is { } binary && binary.Length <= @decimal.Length ? binary : @decimal;
    }

    private static string? Format(Quantity quantity, (string Name, Int128 Nanos)[] sizes)
    {
        foreach (var (name, nanos) in sizes)
        {
            if (quantity.Nanos % nanos == 0) return (quantity.Nanos / nanos).ToString(CultureInfo.InvariantCulture) + name;
        }

        return null;
    }

    private static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? rest : rest[..end];
        rest = rest[digits.Length..];
        return digits;
    }

    private static ReadOnlySpan<char> Fraction(ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..];
        return Digits(ref rest);
    }

    private static Int128 Magnitude(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, QuantitySuffix suffix)
    {
        if (whole.Length <= 15 && fraction.Length == 0 && suffix.IsWholeUnits) return Cap(SmallNumber(whole) * suffix.Nanos);
        var digits = string.Concat(whole, fraction).TrimStart('0');
        if (digits.Length == 0) return 0;
        var exponent = suffix.PowerOfTen + 9 - fraction.Length;
        var magnitude = digits.Length + exponent;
        if (magnitude > 40) return NanosMax;
        return suffix.PowerOfTwo == 0 && magnitude < 0 ? 1 : Exact(digits, exponent, suffix.PowerOfTwo);
    }

    private static Int128 SmallNumber(ReadOnlySpan<char> digits) =>
        digits.Length == 0 ? 0 : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>digits * 10^exponent * 2^powerOfTwo, rounded up and capped.</summary>
    private static Int128 Exact(string digits, long exponent, int powerOfTwo)
    {
        if (digits.Length > DigitsMax)
        {
            exponent += digits.Length - DigitsMax - 1;
            digits = digits[..DigitsMax] + (digits.AsSpan(DigitsMax).IndexOfAnyExcept('0') < 0 ? '0' : '1');
        }

        var number = BigInteger.Parse(digits, CultureInfo.InvariantCulture) << powerOfTwo;
        if (exponent >= 0) return Cap(number * BigInteger.Pow(10, (int)exponent));
        if (exponent < -200) return 1;
        var quotient = BigInteger.DivRem(number, BigInteger.Pow(10, (int)-exponent), out var remainder);
        return Cap(remainder.IsZero ? quotient : quotient + 1);
    }

    private static Int128 Cap(BigInteger nanos) => nanos > (BigInteger)NanosMax ? NanosMax : (Int128)nanos;

    private static Int128 Cap(Int128 nanos) => nanos > NanosMax ? NanosMax : nanos;
}
