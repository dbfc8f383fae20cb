using System.Globalization;

namespace Simulator.Api;

/// <summary>What a quantity is multiplied by: 10^PowerOfTen * 2^PowerOfTwo.</summary>
internal readonly record struct QuantitySuffix(long PowerOfTen, int PowerOfTwo)
{
    /// <summary>Binary suffixes and their size in billionths, largest first.</summary>
    public static readonly (string Name, Int128 Nanos)[] BinarySizes = [.. Steps(["Ei", "Pi", "Ti", "Gi", "Mi", "Ki"], 1024)];

    /// <summary>Decimal suffixes and their size in billionths, largest first.</summary>
    public static readonly (string Name, Int128 Nanos)[] DecimalSizes =
        [.. Steps(["E", "P", "T", "G", "M", "k"], 1000), ("", 1_000_000_000), ("m", 1_000_000), ("u", 1_000), ("n", 1)];

    /// <summary>Whole units or more, and small enough that 15 digits times it fit.</summary>
    public bool IsWholeUnits => PowerOfTen is >= 0 and <= 6 && PowerOfTwo <= 30;

    /// <summary>Billionths; valid for <see cref="IsWholeUnits"/> only.</summary>
    public Int128 Nanos
    {
        get
        {
            Int128 nanos = 1_000_000_000;
            for (var i = 0; i < PowerOfTen; i++) nanos *= 10;
            return nanos << PowerOfTwo;
        }
    }

    public static bool TryParse(ReadOnlySpan<char> text, out QuantitySuffix suffix)
    {
        suffix = default;
        if (text.Length == 0) return true;
        if (Known(text) is { } known)
        {
            suffix = known;
            return true;
        }

        return text.Length > 1 && text[0] is 'e' or 'E' && TryExponent(text[1..], out suffix);
    }

    private static bool TryExponent(ReadOnlySpan<char> text, out QuantitySuffix suffix)
    {
        suffix = default;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)) return false;
        suffix = new QuantitySuffix(Math.Clamp(exponent, int.MinValue, int.MaxValue), 0);
        return true;
    }

    private static QuantitySuffix? Known(ReadOnlySpan<char> text) => text switch
    {
        "n" => new(-9, 0),
        "u" => new(-6, 0),
        "m" => new(-3, 0),
        "k" => new(3, 0),
        "M" => new(6, 0),
        "G" => new(9, 0),
        "T" => new(12, 0),
        "P" => new(15, 0),
        "E" => new(18, 0),
        "Ki" => new(0, 10),
        "Mi" => new(0, 20),
        "Gi" => new(0, 30),
        "Ti" => new(0, 40),
        "Pi" => new(0, 50),
        "Ei" => new(0, 60),
        _ => null,
    };

    private static IEnumerable<(string Name, Int128 Nanos)> Steps(string[] names, int step)
    {
        for (var i = 0; i < names.Length; i++)
        {
            Int128 size = 1_000_000_000;
            for (var power = i; power < names.Length; power++) size *= step;
            yield return (names[i], size);
        }
    }
}
