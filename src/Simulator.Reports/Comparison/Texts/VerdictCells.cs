using System.Globalization;
using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison.Texts;

/// <summary>The cells of one measure's row, the same on a terminal, in Markdown, JUnit and on the page.</summary>
public static class VerdictCells
{
    /// <summary><c>recovery.allReplicasReady</c>; with <c> (has it)</c> where runs are counted that have it.</summary>
    public static string Name(MeasureVerdict row) => row.Aspect == Aspect.Presence ? $"{row.Measure} (is there)" : row.Measure;

    /// <summary>The value on one side; of a presence <c>19 of 20</c>.</summary>
    public static string Value(MeasureVerdict row, Estimate side) => row.Aspect == Aspect.Presence
        ? $"{Math.Round(side.Value * side.Count)} of {side.Count}"
        : EstimateText.Value(row.Measure, side.Value);

    /// <summary><c>+0.03 s ± 0.05 s (+1.3 %)</c>; <c>none</c></summary>
    public static string Difference(MeasureVerdict row)
    {
        if (row.Aspect == Aspect.Presence) return $"{Sign(row.Difference)}{HumanNumber.Percent(Math.Abs(row.Difference))} of runs";
        if (row is { Difference: 0, Interval.HalfWidth: 0 }) return "none";
        return $"{Signed(row.Measure, row.Difference)}{Reach(row)}{Relative(row)}";
    }

    /// <summary><c>1.013 (1.004 to 1.022)</c>, after over before; "" if before may be 0.</summary>
    public static string Ratio(MeasureVerdict row)
    {
        if (row.Ratio is not { } ratio) return "";
        var middle = Text(row.After.Value / row.Before.Value);
        return ratio.HalfWidth == 0 ? middle : $"{middle} ({Text(ratio.Low)} to {Text(ratio.High)})";

        static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
    }

    /// <summary><c>worse</c>, <c>differs</c></summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Better => "better",
        Verdict.Worse => "worse",
        Verdict.Unclear => "unclear",
        Verdict.Differs => "differs",
        _ => "same",
    };

    /// <summary><c>5 %, at least 0.1 s</c>, <c>nothing</c></summary>
    public static string Allowed(MeasureVerdict row)
    {
        var unit = MeasureCatalog.Find(row.Measure)?.Unit ?? row.Measure;
        if (row.Aspect == Aspect.Presence) return "nothing";
        return row.Allowed == 0 ? "nothing" : StakeText.MattersFrom(row.Stake, unit);
    }

    private static string Reach(MeasureVerdict row)
    {
        if (!row.Interval.IsBounded || row.Interval.HalfWidth == 0) return "";
        return " " + EstimateText.Reach(row.Measure, row.Difference, row.Interval, end => Signed(row.Measure, end));
    }

    private static string Relative(MeasureVerdict row)
    {
        if (!(row.Before.Value > 0) || MeasureCatalog.Find(row.Measure)?.Unit == "share") return "";
        var share = row.Difference / row.Before.Value;
        return Math.Abs(share) switch
        {
            < 0.0005 => "",
            >= 10 => string.Create(CultureInfo.InvariantCulture, $" ({share + 1:#,0.#} times)"),
            _ => string.Create(CultureInfo.InvariantCulture, $" ({Sign(share)}{Math.Abs(share) * 100:0.0} %)"),
        };
    }

    /// <summary>What rounds to nothing has no sign.</summary>
    private static string Signed(string measure, double value)
    {
        var text = EstimateText.Value(measure, Math.Abs(value));
        return text == EstimateText.Value(measure, 0) ? text : Sign(value) + text;
    }

    private static string Sign(double value) => value < 0 ? "-" : "+";
}
