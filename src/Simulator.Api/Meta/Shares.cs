using System.Globalization;

namespace Simulator.Api;

/// <summary>Counts that are written as numbers or as shares of a whole: "2", "25%" (GetScaledValueFromIntOrPercent of intstr).</summary>
public static class Shares
{
    public static bool IsShare(string text) => text.EndsWith('%');

    /// <summary>Doubles, in this order: so it is done there. What is too large is as large as can be.</summary>
    public static int RoundedUp(string text, int whole) =>
        IsShare(text) ? (int)Math.Ceiling(Number(text[..^1]) * whole / 100) : (int)Number(text);

    /// <inheritdoc cref="RoundedUp"/>
    public static int RoundedDown(string text, int whole) =>
        IsShare(text) ? (int)Math.Floor(Number(text[..^1]) * whole / 100) : (int)Number(text);

    private static double Number(string digits) => double.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
