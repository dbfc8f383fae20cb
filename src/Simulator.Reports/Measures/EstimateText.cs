using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures;

/// <summary>An estimate in the unit of its measure, as short as it can be told.</summary>
public static class EstimateText
{
    /// <summary>Ends that differ by less are told as one.</summary>
    private const double Lopsided = 0.1;

    /// <summary>
    /// <c>2.31 s ± 0.05 s</c>, <c>2.31 s (2.27 s to 2.42 s)</c> if it is longer to one side; the value alone if nothing bounds it.
    /// </summary>
    public static string Of(string measure, Estimate estimate)
    {
        var value = Value(measure, estimate.Value);
        return estimate.Interval.IsBounded
            ? $"{value} {Reach(measure, estimate.Value, estimate.Interval, end => Value(measure, end))}"
            : value;
    }

    /// <summary>A number in the unit of its measure: <c>2.31 s</c>, <c>0.999512</c>, <c>$12.30</c>, <c>20,010</c>.</summary>
    public static string Value(string measure, double value) => MeasureCatalog.Find(measure)?.Unit == "dollars"
        ? $"{(value < 0 ? "-" : "")}{HumanNumber.Dollars(Math.Abs(value))}"
        : Expectations.Format(measure, value);

    /// <summary>How far a bounded interval reaches: <c>± 0.05 s</c>, <c>(2.27 s to 2.42 s)</c>.</summary>
    /// <param name="end">How an end of it is told.</param>
    public static string Reach(string measure, double value, Interval interval, Func<double, string> end)
    {
        var (below, above) = (value - interval.Low, interval.High - value);
        return Math.Abs(above - below) <= Lopsided * (above + below)
            ? $"± {Half(measure, interval.HalfWidth)}"
            : $"({end(interval.Low)} to {end(interval.High)})";
    }

    // A half width of two digits says all; more would claim to know it better.
    private static string Half(string measure, double half) => Value(measure, Rounded(half));

    private static double Rounded(double value)
    {
        if (value <= 0) return 0;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return Math.Round(value / unit) * unit;
    }
}
