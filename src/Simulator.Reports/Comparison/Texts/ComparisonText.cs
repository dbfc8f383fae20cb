using System.Globalization;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison.Texts;

/// <summary>A comparison on a terminal: what is worse first, only what matters, the rest counted.</summary>
public static class ComparisonText
{
    /// <summary>Of each kind that is not worse.</summary>
    private const int RowsShown = 12;

    private const int FactsShown = 4;

    public static IEnumerable<string> Lines(ComparisonResult result)
    {
        yield return Headline(result);
        foreach (var remark in Remarks.OfSides(result.Before, result.After)) yield return remark;
        foreach (var remark in Remarks.OfResult(result)) yield return remark;
        yield return "";
        foreach (var line in Table(result)) yield return line;
        if (result.Facts.Count > 0) yield return FactLine(result);
        yield return Count(result);
    }

    /// <summary><c>shop: main against this change · 20 runs each, paired by seed (seeds 1 to 20)</c></summary>
    public static string Headline(ComparisonResult result) =>
        $"{result.Before.Header.Scenario}: {result.Before.Name} against {result.After.Name} · {result.Pairing.Words}";

    /// <summary><c>1 better, 1 same, 1 worse of 31 measures</c>, and how sure that is.</summary>
    public static string Count(ComparisonResult result)
    {
        IReadOnlyList<string> parts =
        [
            Part(Verdict.Worse, "worse"), Part(Verdict.Unclear, "unclear"), Part(Verdict.Better, "better"), Part(Verdict.Same, "same"),
        ];
        return $"{string.Join(", ", parts.Where(part => part.Length > 0))} of {HumanNumber.Count(result.Judged, "measure", "measures")}";

        string Part(Verdict verdict, string word) => result.Of(verdict).Count is > 0 and var count ? $"{count} {word}" : "";
    }

    /// <summary>Of the column with the intervals: <c>difference (95 %)</c>.</summary>
    public static string DifferenceHead(ComparisonResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"difference ({result.Confidence * 100:0.###} %)");

    /// <summary>How sure the verdict is.</summary>
    public static string Sureness(ComparisonResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Judged} measures were judged at once: with Holm's correction a false alarm in any of them is as rare as "
            + $"{(1 - result.Confidence) * 100:0.###} %.");

    private static IEnumerable<string> Table(ComparisonResult result)
    {
        var shown = Shown(result).ToList();
        if (shown.Count == 0) yield break;
        var names = Math.Max("measure".Length, shown.Max(row => VerdictCells.Name(row).Length)) + 3;
        var befores = Width(result.Before.Name, shown.Select(row => VerdictCells.Value(row, row.Before)));
        var afters = Width(result.After.Name, shown.Select(row => VerdictCells.Value(row, row.After)));
        var head = DifferenceHead(result);
        var differences = Width(head, shown.Select(VerdictCells.Difference));
        yield return "measure".PadRight(names) + result.Before.Name.PadRight(befores) + result.After.Name.PadRight(afters)
            + head.PadRight(differences) + "verdict";
        foreach (var row in shown)
        {
            yield return VerdictCells.Name(row).PadRight(names) + VerdictCells.Value(row, row.Before).PadRight(befores)
                + VerdictCells.Value(row, row.After).PadRight(afters) + VerdictCells.Difference(row).PadRight(differences)
                + VerdictCells.Word(row.Verdict) + Bound(row);
        }

        var left = result.Of(Verdict.Unclear).Count + result.Of(Verdict.Better).Count + result.Of(Verdict.Worse).Count - shown.Count;
        if (left > 0) yield return $"and {left} more (all of them: --json)";
    }

    private static IEnumerable<MeasureVerdict> Shown(ComparisonResult result) =>
        [.. result.Of(Verdict.Worse), .. result.Of(Verdict.Unclear).Take(RowsShown), .. result.Of(Verdict.Better).Take(RowsShown)];

    private static int Width(string head, IEnumerable<string> cells) => cells.Append(head).Max(cell => cell.Length) + 3;

    private static string Bound(MeasureVerdict row) =>
        row.Verdict is Verdict.Worse or Verdict.Unclear ? $"  (allowed: {VerdictCells.Allowed(row)})" : "";

    private static string FactLine(ComparisonResult result)
    {
        var told = result.Facts.Take(FactsShown)
            .Select(row => $"{VerdictCells.Name(row)} {VerdictCells.Value(row, row.Before)} → {VerdictCells.Value(row, row.After)}");
        var more = result.Facts.Count > FactsShown ? $" and {result.Facts.Count - FactsShown} more" : "";
        return $"Besides, neither good nor bad: {string.Join(", ", told)}{more}.";
    }
}
