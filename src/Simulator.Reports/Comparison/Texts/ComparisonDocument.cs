using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison.Texts;

/// <summary>A comparison for machines. Numbers are in the unit of their measure; null: nothing bounds it.</summary>
public sealed record ComparisonDocument
{
    public required string Verdict { get; init; }

    public required string Before { get; init; }

    public required string After { get; init; }

    public required string Scenario { get; init; }

    public required string Pairing { get; init; }

    public required double Confidence { get; init; }

    public required IReadOnlyList<string> Remarks { get; init; }

    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>Worst first.</summary>
    public required IReadOnlyList<Row> Measures { get; init; }

    /// <summary>Where the first two runs of one seed part; null: they do not, or it is not known.</summary>
    public IReadOnlyList<string>? Divergence { get; init; }

    public static ComparisonDocument Of(ComparisonResult result, IReadOnlyList<string>? divergence) => new()
    {
        Verdict = VerdictCells.Word(result.Overall),
        Before = result.Before.Name,
        After = result.After.Name,
        Scenario = result.Before.Header.Scenario,
        Pairing = result.Pairing.Words,
        Confidence = result.Confidence,
        Remarks = [.. Comparison.Remarks.OfSides(result.Before, result.After).Concat(Comparison.Remarks.OfResult(result))],
        Counts = Enum.GetValues<Verdict>()
            .ToDictionary(VerdictCells.Word, verdict => result.Measures.Count(row => row.Verdict == verdict)),
        Measures = [.. result.Measures.Select(RowOf)],
        Divergence = divergence,
    };

    private static Row RowOf(MeasureVerdict row) => new(
        row.Measure, row.Aspect == Aspect.Presence ? "presence" : "value", VerdictCells.Word(row.Verdict), StakeText.Better(row.Stake),
        row.Before.Value, row.After.Value, row.Before.Count, row.After.Count, row.Difference, Ends(row.Interval), Ends(row.Ratio),
        row.Allowed, row.Chance, row.Adjusted);

    private static double[]? Ends(Interval? interval) => interval is { IsBounded: true } ends ? [ends.Low, ends.High] : null;

    public sealed record Row(
        string Measure, string Aspect, string Verdict, string Better, double Before, double After, int RunsBefore, int RunsAfter,
        double Difference, double[]? DifferenceInterval, double[]? RatioInterval, double Allowed, double Chance, double? AdjustedChance);
}
