using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Thresholds;
using Simulator.Reports.RunSets;
using Simulator.Studies.Axes;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>Two sweeps, compared variant by variant: those that have the same settings.</summary>
internal sealed class SweptSides(SideInput.Swept before, SideInput.Swept after)
{
    /// <summary>Null, and a sentence on the screen, if they have no variant in common.</summary>
    public SweepComparison? Compare(ThresholdBook book, double confidence, Screen screen)
    {
        var others = after.Variants.ToDictionary(NameOf, StringComparer.Ordinal);
        var shared = before.Variants.Where(rows => others.ContainsKey(NameOf(rows))).ToList();
        if (shared.Count == 0)
        {
            return screen.Refuse<SweepComparison>(
                $"{before.Name} and {after.Name} have no variant in common ({NameOf(before.Variants[0])}; {NameOf(after.Variants[0])})");
        }

        var comparer = new Comparer(book, SweepComparison.ConfidenceOfEach(confidence, shared.Count));
        return new SweepComparison(
            [
                .. shared.Select(rows => new VariantComparison(NameOf(rows), comparer.Compare(
                    new Side(before.Name, before.Header, rows), new Side(after.Name, after.Header, others[NameOf(rows)])))),
            ],
            Only(before, after), Only(after, before), confidence);
    }

    private static IReadOnlyList<string> Only(SideInput.Swept side, SideInput.Swept other) =>
        [.. side.Variants.Select(NameOf).Except(other.Variants.Select(NameOf))];

    private static string NameOf(IReadOnlyList<RunRow> rows) => ShortNames.Of(rows[0].Settings);
}
