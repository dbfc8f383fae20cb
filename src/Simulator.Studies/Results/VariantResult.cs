using Simulator.Reports.RunSets;
using Simulator.World.Specification;

namespace Simulator.Studies.Results;

/// <summary>What the runs of one variant come to.</summary>
/// <param name="Settings">What sets it apart; empty: nothing.</param>
/// <param name="Rows">By seed.</param>
/// <param name="Measures">By name.</param>
public sealed record VariantResult(
    IReadOnlyList<Setting> Settings,
    IReadOnlyList<RunRow> Rows,
    IReadOnlyList<MeasureOverRuns> Measures,
    IReadOnlyList<ExpectationOverRuns> Expectations)
{
    public string Name => string.Join(", ", Settings);

    public bool MeetsAll => Expectations.All(expectation => expectation.IsMet);

    /// <summary>Null: no run has it.</summary>
    public MeasureOverRuns? Measure(string name) => Measures.FirstOrDefault(measure => measure.Name == name);

    /// <summary>In the order in which the variants come.</summary>
    public static IReadOnlyList<VariantResult> AllOf(
        IReadOnlyList<RunRow> rows, IReadOnlyList<Expectation> expectations, double confidence) =>
        [.. rows.GroupBy(row => row.Variant, StringComparer.Ordinal).Select(group => Of([.. group], expectations, confidence))];

    /// <param name="rows">Of one variant; at least one.</param>
    public static VariantResult Of(IReadOnlyList<RunRow> rows, IReadOnlyList<Expectation> expectations, double confidence) => new(
        rows[0].Settings, rows, MeasureOverRuns.AllOf(rows, confidence), ExpectationOverRuns.AllOf(expectations, rows));
}
