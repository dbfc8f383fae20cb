using System.Globalization;

namespace Simulator.Api.Documents;

/// <summary>What an unquoted scalar means: the rules of YAML 1.1 as go-yaml (and so kubectl) applies them. JSON's are a subset.</summary>
internal static class PlainScalar
{
    public static ScalarKind KindOf(string text)
    {
        if (text.Length == 0) return ScalarKind.Null;
        if (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.') return NumberKind(text);
        return text switch
        {
            "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
            "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => ScalarKind.Boolean,
            _ => IsTrue(text) ? ScalarKind.Boolean : ScalarKind.Text,
        };
    }

    public static bool IsTrue(string text) =>
        text is "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON";

    public static bool TryInteger(string text, out long value)
    {
        var digits = text.AsSpan().TrimStart("+-");
        var isNegative = text.StartsWith('-');
        value = 0;
        if (text.Length - digits.Length > 1 || !TryMagnitude(digits, out var magnitude)) return false;
        value = isNegative ? unchecked(-(long)magnitude) : (long)magnitude;
        return magnitude <= (isNegative ? 1UL << 63 : long.MaxValue);
    }

    private static ScalarKind NumberKind(string text)
    {
        if (IsInteger(text)) return ScalarKind.Integer;
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            && text.AsSpan().IndexOfAnyExcept("0123456789.eE+-") < 0;
        return isNumber ? ScalarKind.Decimal : ScalarKind.Text;
    }

    /// <summary>Digits only, however many: a number beyond 64 bits is an integer all the same.</summary>
    private static bool IsInteger(string text)
    {
        var digits = text[0] is '-' or '+' ? text.AsSpan(1) : text.AsSpan();
        if (digits.Length == 0) return false;
        return digits.IndexOfAnyExceptInRange('0', '9') < 0 || TryMagnitude(digits, out _);
    }

    private static bool TryMagnitude(ReadOnlySpan<char> digits, out ulong magnitude)
    {
        magnitude = 0;
        if (digits.Length == 0 || !char.IsAsciiDigit(digits[0])) return false;
        var plain = digits.Contains('_') ? digits.ToString().Replace("_", "", StringComparison.Ordinal) : digits;
        if (plain.StartsWith("0x"))
        {
            return ulong.TryParse(plain[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out magnitude);
        }
        if (plain.StartsWith("0o")) return TryOctal(plain[2..], out magnitude);
        if (plain.Length > 1 && plain[0] == '0' && TryOctal(plain[1..], out magnitude)) return true;
        return ulong.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out magnitude);
    }

    private static bool TryOctal(ReadOnlySpan<char> digits, out ulong magnitude)
    {
        magnitude = 0;
        if (digits.Length is 0 or > 21 || digits.IndexOfAnyExceptInRange('0', '7') >= 0) return false;
        foreach (var digit in digits) magnitude = (magnitude << 3) | (uint)(digit - '0');
        return true;
    }
}
