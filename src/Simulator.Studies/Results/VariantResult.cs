using Simulator.Reports.RunSets;
using Simulator.Studies.Axes;
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
    /// <summary><c>count=20, start=empty</c></summary>
    public string Name => ShortNames.Of(Settings);

    public bool MeetsAll => Expectations.All(expectation => expectation.IsMet);

    /// <summary>Null: no run has it.</summary>
    public MeasureOverRuns? Measure(string name) => Measures.FirstOrDefault(measure => measure.Name == name);

    /// <summary>In the order in which the variants come.</summary>
    /// <param name="names">Of the measures that are summed up; null: all.</param>
    public static IReadOnlyList<VariantResult> AllOf(
        IReadOnlyList<RunRow> rows, IReadOnlyList<Expectation> expectations, double confidence, IReadOnlyList<string>? names = null)
    {
        var groups = rows.GroupBy(row => row.Variant, StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        var results = new VariantResult[groups.Count];
        Parallel.For(0, groups.Count, i => results[i] = Of(groups[i], expectations, confidence, names));
        return results;
    }

    /// <param name="rows">Of one variant; at least one.</param>
    /// <param name="names">Of the measures that are summed up; null: all.</param>
    public static VariantResult Of(
        IReadOnlyList<RunRow> rows, IReadOnlyList<Expectation> expectations, double confidence, IReadOnlyList<string>? names = null) => new(
        rows[0].Settings,
        rows,
        names is null
            ? MeasureOverRuns.AllOf(rows, confidence)
            : [.. names.Select(name => MeasureOverRuns.Of(name, rows, confidence)).OfType<MeasureOverRuns>()],
        ExpectationOverRuns.AllOf(expectations, rows));
}
