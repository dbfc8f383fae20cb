using System.Globalization;
using Simulator.Api;

namespace Simulator.Serve.Resources.Fields;

/// <summary>
/// The canonical text of a quantity (pkg/api/resource/quantity.go of 1.3.10): in the family of suffixes in which it was written, with the
/// largest suffix that leaves a whole number.
/// </summary>
internal static class QuantityForm
{
    private static readonly (string Suffix, Int128 Nanos)[] Binary = [.. "EPTGMK".Select((c, i) => (
        $"{c}i", (Int128)1_000_000_000 << (60 - (10 * i))))];

    private static readonly (string Suffix, Int128 Nanos)[] Decimal =
    [
        ("E", Power(27)), ("P", Power(24)), ("T", Power(21)), ("G", Power(18)), ("M", Power(15)), ("k", Power(12)), ("", Power(9)),
        ("m", Power(6)), ("u", Power(3)), ("n", 1),
    ];

    private static readonly (string Suffix, Int128 Nanos)[] Exponents =
    [
        ("e18", Power(27)), ("e15", Power(24)), ("e12", Power(21)), ("e9", Power(18)), ("e6", Power(15)), ("e3", Power(12)), ("", Power(9)),
        ("e-3", Power(6)), ("e-6", Power(3)), ("e-9", 1),
    ];

    public static string Canonical(string text, Quantity amount)
    {
        if (amount.Nanos == 0) return "0";
        if (text.EndsWith('i') && Form(amount, [.. Binary, ("", Power(9))]) is { } binary && Int128.Abs(amount.Nanos) >= 1024 * Power(9))
        {
            return binary;
        }
        return Form(amount, IsExponent(text) ? Exponents : Decimal)!;
    }

    /// <summary>E alone is exa.</summary>
    private static bool IsExponent(string text) => text.AsSpan(1).IndexOfAny('e', 'E') is >= 0 and var at && at + 2 < text.Length;

    private static string? Form(Quantity amount, (string Suffix, Int128 Nanos)[] family)
    {
        foreach (var (suffix, nanos) in family)
        {
            if (amount.Nanos % nanos == 0) return (amount.Nanos / nanos).ToString(CultureInfo.InvariantCulture) + suffix;
        }

        return null;
    }

    private static Int128 Power(int exponent)
    {
        Int128 result = 1;
        for (var i = 0; i < exponent; i++) result *= 10;
        return result;
    }
}
