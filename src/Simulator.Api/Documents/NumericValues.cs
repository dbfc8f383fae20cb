using System.Globalization;
using Simulator.Api.Words;

namespace Simulator.Api.Documents;

/// <summary>Cursors as numbers, amounts and durations. Null after an error was reported.</summary>
public static class NumericValues
{
    public static long? Long(this SourceCursor cursor, long min = long.MinValue, long max = long.MaxValue)
    {
        if (cursor.Node is not SourceScalar scalar || !IsWhole(scalar, cursor.Context.Rules, out var whole))
        {
            cursor.Refuse($"a whole number{Range(min, max)}");
            return null;
        }

        if ((whole is { } value || scalar.TryInteger(out value)) && value >= min && value <= max) return value;
        cursor.Error($"'{Wording.Shortened(scalar.Text)}' is {Fault(scalar.Text, min)}; allowed are whole numbers{Range(min, max)}");
        return null;
    }

    public static int? Integer(this SourceCursor cursor, int min = int.MinValue, int max = int.MaxValue) =>
        (int?)cursor.Long(min, max);

    public static double? Number(this SourceCursor cursor, double min = double.MinValue, double max = double.MaxValue)
    {
        var isNumber = cursor.Node is SourceScalar { Kind: ScalarKind.Integer or ScalarKind.Decimal };
        if (isNumber
            && double.TryParse(((SourceScalar)cursor.Node).Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max) return value;
        cursor.Refuse($"a number{Range(min, max)}");
        return null;
    }

    /// <summary>A Kubernetes quantity, quoted or not.</summary>
    public static Quantity? Amount(this SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar { Kind: ScalarKind.Text or ScalarKind.Integer or ScalarKind.Decimal } scalar
            && Quantity.TryParse(QuantityText(scalar), out var amount)) return amount;
        cursor.Refuse("a quantity such as 100m, 2, 1.5, 1e3, 512Mi, 2Gi (suffixes n u m k M G T P E Ki Mi Gi Ti Pi Ei)");
        return null;
    }

    /// <summary>A whole number of seconds, as the API server takes it; <see cref="GoDuration.Longest"/> stands for any longer
    /// time.</summary>
    public static TimeSpan? Seconds(this SourceCursor cursor) => cursor.Long() is { } seconds
        ? TimeSpan.FromSeconds(Math.Clamp(seconds, -(long)GoDuration.Longest.TotalSeconds, (long)GoDuration.Longest.TotalSeconds))
        : null;

    /// <summary>A duration in Go's syntax, up to <see cref="GoDuration.Longest"/>; 0 needs no unit.</summary>
    public static TimeSpan? Duration(this SourceCursor cursor)
    {
        if (cursor.Node is not SourceScalar { Kind: not ScalarKind.Null } scalar || !GoDuration.TryParse(scalar.Text, out var duration))
        {
            cursor.Refuse("a duration such as 100ms, 40s, 5m, 1h30m (units ns us ms s m h)");
            return null;
        }

        if (duration.Duration() <= GoDuration.Longest) return duration;
        cursor.Error($"{cursor.Describe()} is {GoDuration.TooLong}");
        return null;
    }

    /// <summary>A duration that is not negative.</summary>
    public static TimeSpan? PositiveOrZeroDuration(this SourceCursor cursor)
    {
        var duration = cursor.Duration();
        if (duration is null || duration >= TimeSpan.Zero) return duration;
        cursor.Error($"{cursor.Describe()} is negative; allowed are durations from 0");
        return null;
    }

    /// <param name="whole">Of a decimal; null of an integer.</param>
    private static bool IsWhole(SourceScalar scalar, ReadingRules rules, out long? whole)
    {
        whole = rules.DecimalsMayBeWhole && scalar.TryWhole(out var value) ? value : null;
        return whole is not null || scalar.Kind == ScalarKind.Integer;
    }

    private static string QuantityText(SourceScalar scalar) =>
        scalar.TryInteger(out var value) ? value.ToString(CultureInfo.InvariantCulture) : scalar.Text;

    private static string Fault(string text, long min)
    {
        if (text.StartsWith('-')) return min >= 0 ? "negative" : "too small";
        return long.TryParse(text, CultureInfo.InvariantCulture, out var value) && value < min ? "too small" : "too large";
    }

    private static string Range(long min, long max) => (min is long.MinValue or int.MinValue, max is long.MaxValue or int.MaxValue) switch
    {
        (true, true) => "",
        (true, false) => string.Create(CultureInfo.InvariantCulture, $" up to {max}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $" from {min}"),
        _ => string.Create(CultureInfo.InvariantCulture, $" from {min} to {max}"),
    };

    private static string Range(double min, double max) => (min == double.MinValue, max == double.MaxValue) switch
    {
        (true, true) => "",
        (true, false) => string.Create(CultureInfo.InvariantCulture, $" up to {max}"),
        (false, true) => string.Create(CultureInfo.InvariantCulture, $" from {min}"),
        _ => string.Create(CultureInfo.InvariantCulture, $" from {min} to {max}"),
    };
}
