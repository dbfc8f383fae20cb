namespace Simulator.Reports.Comparison;

/// <summary>Two sides, compared.</summary>
/// <param name="Confidence">From 0 to 1: 0.95.</param>
/// <param name="Measures">Worst first.</param>
public sealed record ComparisonResult(
    Side Before, Side After, Pairing Pairing, double Confidence, IReadOnlyList<MeasureVerdict> Measures)
{
    /// <summary>Worse if any measure is; unclear if none is and any may be; better if one is; same otherwise.</summary>
    public Verdict Overall =>
        Has(Verdict.Worse) ? Verdict.Worse
        : Has(Verdict.Unclear) ? Verdict.Unclear
        : Has(Verdict.Better) ? Verdict.Better
        : Verdict.Same;

    /// <summary>Measures that were judged together.</summary>
    public int Judged => Measures.Count(measure => measure.Adjusted is not null);

    /// <summary>Of the verdict, facts left out.</summary>
    public IReadOnlyList<MeasureVerdict> Of(Verdict verdict) =>
        [.. Measures.Where(measure => measure.Adjusted is not null && measure.Verdict == verdict)];

    /// <summary>Measures without a good side that are another than before.</summary>
    public IReadOnlyList<MeasureVerdict> Facts => [.. Measures.Where(measure => measure.Verdict == Verdict.Differs)];

    private bool Has(Verdict verdict) => Measures.Any(measure => measure.Verdict == verdict);
}
