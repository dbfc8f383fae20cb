using System.Globalization;
using Simulator.Api.Words;
using Simulator.Reports.Statistics;
using Simulator.Reports.Text;

namespace Simulator.Reports.Comparison.Texts;

/// <summary>
/// A comparison of two sweeps on a terminal, and as a comment on a pull request: a line a variant, then what changed in each.
/// </summary>
public static class SweepText
{
    /// <summary>The last line counts the variants.</summary>
    public static IEnumerable<string> Lines(SweepComparison sweep)
    {
        yield return Headline(sweep);
        foreach (var remark in LeftOut(sweep)) yield return remark;
        yield return "";
        var width = sweep.Variants.Max(variant => variant.Name.Length);
        foreach (var (name, result) in sweep.Variants)
        {
            yield return $"{name.PadRight(width)}  {VerdictCells.Word(result.Overall),-8} {ComparisonText.Count(result)}";
        }

        foreach (var (name, result) in sweep.Variants.Where(variant => variant.Result.Overall != Verdict.Same))
        {
            yield return "";
            yield return name;
            foreach (var line in ComparisonText.Lines(result).Skip(1).SkipLast(1)) yield return line.Length == 0 ? "" : $"  {line}";
        }

        yield return "";
        yield return Count(sweep);
    }

    public static string Markdown(SweepComparison sweep)
    {
        string[] columns = ["variant", "verdict", "measures"];
        var rows = sweep.Variants.Select(variant => MarkdownTable.Row(
            [$"`{variant.Name}`", VerdictCells.Word(variant.Result.Overall), ComparisonText.Count(variant.Result)]));
        var text = new List<string>
        {
            $"### {VerdictCells.Word(sweep.Overall)}: {Count(sweep)}", "", $"{Headline(sweep)}.",
        };
        text.AddRange(LeftOut(sweep).Select(remark => $"\n{remark}"));
        text.AddRange(["", string.Concat(rows.Prepend(MarkdownTable.Head(columns, [false, false, false]))).TrimEnd('\n')]);
        foreach (var (name, result) in sweep.Variants.Where(variant => variant.Result.Overall != Verdict.Same))
        {
            var alone = ComparisonMarkdown.Of(result, []).TrimStart('#', ' ').TrimEnd('\n');
            text.AddRange(["", $"#### `{name}`: {alone}"]);
        }

        return string.Join('\n', text) + "\n";
    }

    /// <summary><c>shop: old against new, variant by variant · 5 runs each, paired by seed (seeds 1 to 5)</c></summary>
    public static string Headline(SweepComparison sweep) =>
        $"{sweep.Before.Header.Scenario}: {sweep.Before.Name} against {sweep.After.Name}, variant by variant · "
            + sweep.Variants[0].Result.Pairing.Words;

    /// <summary><c>1 worse, 3 same of 4 variants</c></summary>
    public static string Count(SweepComparison sweep)
    {
        var parts = new[] { Verdict.Worse, Verdict.Unclear, Verdict.Better, Verdict.Same }
            .Select(verdict => (verdict, count: sweep.Of(verdict).Count())).Where(part => part.count > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.count} {VerdictCells.Word(part.verdict)}"));
        return $"{Wording.Listed(parts)} of {HumanNumber.Count(sweep.Variants.Count, "variant", "variants")}";
    }

    /// <summary>Variants that one side has not.</summary>
    public static IEnumerable<string> LeftOut(SweepComparison sweep)
    {
        if (sweep.OnlyBefore.Count > 0) yield return $"Only {sweep.Before.Name} has, and left out are: {Shortened(sweep.OnlyBefore)}.";
        if (sweep.OnlyAfter.Count > 0) yield return $"Only {sweep.After.Name} has, and left out are: {Shortened(sweep.OnlyAfter)}.";
    }

    private static string Shortened(IReadOnlyList<string> names)
    {
        const int Shown = 5;
        var shown = string.Join("; ", names.Take(Shown));
        return names.Count > Shown ? $"{shown}; and {names.Count - Shown} more" : shown;
    }
}
