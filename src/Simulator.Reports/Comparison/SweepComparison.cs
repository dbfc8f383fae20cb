namespace Simulator.Reports.Comparison;

/// <summary>Two sweeps, variant by variant.</summary>
/// <param name="Variants">Those that both have, in the order of the first; at least one.</param>
/// <param name="OnlyBefore">The names of those that only the first has.</param>
/// <param name="Confidence">From 0 to 1: of all variants together; each is held to so much more that a false alarm in any is as
/// rare.</param>
public sealed record SweepComparison(
    IReadOnlyList<VariantComparison> Variants, IReadOnlyList<string> OnlyBefore, IReadOnlyList<string> OnlyAfter, double Confidence)
{
    /// <summary>Worst first.</summary>
    private static readonly Verdict[] Ranks = [Verdict.Worse, Verdict.Unclear, Verdict.Better];

    /// <summary>As of measures: worse if any variant is; unclear if none is and any may be; better if one is; same otherwise.</summary>
    public Verdict Overall => Ranks.FirstOrDefault(rank => Of(rank).Any(), Verdict.Same);

    public Side Before => Variants[0].Result.Before;

    public Side After => Variants[0].Result.After;

    public IEnumerable<VariantComparison> Of(Verdict verdict) => Variants.Where(variant => variant.Result.Overall == verdict);

    /// <summary>How sure each of so many variants has to be: Bonferroni's bound.</summary>
    public static double ConfidenceOfEach(double confidence, int variants) => 1 - ((1 - confidence) / variants);
}

/// <param name="Name"><c>count=20, start=empty</c></param>
public sealed record VariantComparison(string Name, ComparisonResult Result);
