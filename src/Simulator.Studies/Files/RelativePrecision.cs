using System.Globalization;

namespace Simulator.Studies.Files;

/// <summary>How exact a value shall be, as a share of it: <c>5%</c>, <c>0.05</c>.</summary>
public static class RelativePrecision
{
    public const string Allowed = "a share above 0 and below 1 such as 5% or 0.05";

    /// <summary>Null if it is none.</summary>
    public static double? Parse(string text)
    {
        var isPercent = text.EndsWith('%');
        var digits = isPercent ? text[..^1] : text;
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        var share = isPercent ? number / 100 : number;
        return share is > 0 and < 1 ? share : null;
    }
}
