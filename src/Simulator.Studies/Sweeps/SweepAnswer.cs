using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.Statistics;
using Simulator.Studies.Axes;
using Simulator.Studies.Results;

namespace Simulator.Studies.Sweeps;

/// <summary>What a sweep comes to, in sentences.</summary>
internal static class SweepAnswer
{
    private const int NamedMax = 5;

    /// <param name="names">The measures that are told first.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<VariantResult> variants, IReadOnlyList<string> names)
    {
        List<string> sentences = [];
        if (variants[0].Expectations.Count > 0) sentences.Add(Expected(variants));
        sentences.AddRange(names.Select(name => Range(name, variants)).Where(sentence => sentence.Length > 0).Take(2));
        return sentences.Count > 0
            ? sentences
            : [$"None of the measures is in any run of {HumanNumber.Count(variants.Count, "variant", "variants")}."];
    }

    private static string Expected(IReadOnlyList<VariantResult> variants)
    {
        var good = variants.Where(variant => variant.MeetsAll).ToList();
        if (good.Count == variants.Count) return $"All {variants.Count} variants meet every expectation in all runs.";
        if (good.Count > 0)
        {
            return $"{good.Count} of {variants.Count} variants {(good.Count == 1 ? "meets" : "meet")} every expectation in all runs: "
                + $"{Listed(good.Select(variant => variant.Name))}.";
        }
        var best = variants.MaxBy(variant => variant.Expectations.Min(expectation => expectation.Met))!;
        return $"No variant meets every expectation in all runs; nearest is {best.Name}. {VerdictLines.Sentence(best)}";
    }

    private static string Range(string name, IReadOnlyList<VariantResult> variants)
    {
        var found = variants.Where(variant => variant.Measure(name) is not null)
            .OrderBy(variant => variant.Measure(name)!.Mean.Value).ToList();
        if (found.Count == 0) return "";
        var (least, most) = (found[0], found[^1]);
        if (least.Measure(name)!.Text == most.Measure(name)!.Text)
        {
            return $"{name} is {least.Measure(name)!.Text} in all variants.";
        }
        return MeasureCatalog.Find(name)?.Stake.Better switch
        {
            Better.Lower => $"{name} is best, {With(name, least)}, and worst, {With(name, most)}.",
            Better.Higher => $"{name} is best, {With(name, most)}, and worst, {With(name, least)}.",
            _ => $"{name} is least, {With(name, least)}, and most, {With(name, most)}.",
        };
    }

    /// <summary>What the names stand for is told below, where it says how it was obtained.</summary>
    private static string With(string name, VariantResult variant) =>
        $"{variant.Measure(name)!.Text}, with {ShortNames.Of(variant.Settings, " ")}";

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        var shown = string.Join("; ", all.Take(NamedMax));
        return all.Count > NamedMax ? $"{shown}; and {all.Count - NamedMax} more" : shown;
    }
}
