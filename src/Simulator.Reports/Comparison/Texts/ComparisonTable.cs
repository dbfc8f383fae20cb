using System.Globalization;
using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.Tables;

namespace Simulator.Reports.Comparison.Texts;

/// <summary>comparison.csv: a row a measure, worst first; numbers in the unit of the measure.</summary>
public static class ComparisonTable
{
    public const string FileName = "comparison.csv";

    private static readonly string[] Columns =
    [
        "measure", "aspect", "verdict", "better", "before", "after", "runs_before", "runs_after", "difference", "difference_low",
        "difference_high", "ratio_low", "ratio_high", "allowed", "chance", "adjusted_chance",
    ];

    public static void Write(ComparisonResult result, TextWriter text)
    {
        using var table = new CsvTable(text, Columns);
        Write(result, table, () => table);
    }

    /// <summary>With the variant in the first column.</summary>
    public static void Write(SweepComparison sweep, TextWriter text)
    {
        using var table = new CsvTable(text, ["variant", .. Columns]);
        foreach (var (name, result) in sweep.Variants) Write(result, table, () => table.Text(name));
    }

    /// <param name="begin">Begins a row.</param>
    private static void Write(ComparisonResult result, CsvTable table, Func<CsvTable> begin)
    {
        foreach (var row in result.Measures)
        {
            begin().Text(row.Measure).Text(row.Aspect == Aspect.Presence ? "presence" : "value").Text(VerdictCells.Word(row.Verdict));
            table.Text(StakeText.Better(row.Stake)).Text(Number(row.Before.Value)).Text(Number(row.After.Value));
            table.Number(row.Before.Count).Number(row.After.Count).Text(Number(row.Difference));
            table.Text(Number(row.Interval.Low)).Text(Number(row.Interval.High)).Text(Number(row.Ratio?.Low)).Text(Number(row.Ratio?.High));
            table.Text(Number(row.Allowed)).Text(Number(row.Chance)).Text(Number(row.Adjusted)).End();
        }
    }

    /// <summary>"" where nothing bounds it.</summary>
    private static string Number(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("G10", CultureInfo.InvariantCulture) : "";
}
