namespace Simulator.Reports.Comparison.Texts;

/// <summary>A comparison of two sweeps for machines.</summary>
/// <param name="Variants">A comparison each, in the order of the first sweep.</param>
public sealed record SweepDocument(
    string Verdict, double Confidence, IReadOnlyList<string> OnlyBefore, IReadOnlyList<string> OnlyAfter,
    IReadOnlyList<SweepDocument.Variant> Variants)
{
    public static SweepDocument Of(SweepComparison sweep) => new(
        VerdictCells.Word(sweep.Overall), sweep.Confidence, sweep.OnlyBefore, sweep.OnlyAfter,
        [.. sweep.Variants.Select(variant => new Variant(variant.Name, ComparisonDocument.Of(variant.Result, null)))]);

    /// <param name="Name"><c>count=20, start=empty</c></param>
    public sealed record Variant(string Name, ComparisonDocument Comparison);
}
