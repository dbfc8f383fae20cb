using Simulator.Reports.Text;

namespace Simulator.Reports.Comparison.Texts;

/// <summary>A comparison as a comment on a pull request: the answer, what changed, the rest folded.</summary>
public static class ComparisonMarkdown
{
    /// <param name="more">Further paragraphs, such as where two runs part.</param>
    public static string Of(ComparisonResult result, IReadOnlyList<string> more)
    {
        var text = new List<string>
        {
            $"### {Mark(result.Overall)} {VerdictCells.Word(result.Overall)}: {ComparisonText.Count(result)}",
            "",
        };
        text.Add(ComparisonText.Headline(result) + ".");
        text.AddRange(Remarks.OfSides(result.Before, result.After).Concat(Remarks.OfResult(result)).Select(remark => $"\n{remark}"));
        var told = result.Measures.Where(row => row.Verdict is Verdict.Worse or Verdict.Unclear or Verdict.Better).ToList();
        if (told.Count > 0) text.AddRange(["", Table(result, told)]);
        foreach (var paragraph in more) text.AddRange(["", "```", paragraph, "```"]);
        Fold(text, "facts that differ, neither good nor bad", result, result.Facts);
        Fold(text, "measures that are the same", result, [.. result.Measures.Where(row => row.Verdict == Verdict.Same)]);
        text.AddRange(["", ComparisonText.Sureness(result)]);
        return string.Join('\n', text) + "\n";
    }

    private static void Fold(List<string> text, string title, ComparisonResult result, IReadOnlyList<MeasureVerdict> rows)
    {
        if (rows.Count == 0) return;
        text.AddRange(["", $"<details><summary>{rows.Count} {title}</summary>", "", Table(result, rows), "", "</details>"]);
    }

    private static string Table(ComparisonResult result, IReadOnlyList<MeasureVerdict> rows)
    {
        string[] columns =
        [
            "measure", result.Before.Name, result.After.Name, ComparisonText.DifferenceHead(result), "ratio", "allowed", "verdict",
        ];
        return string.Concat(rows.Select(Row).Prepend(MarkdownTable.Head(columns, [.. columns.Select(_ => false)]))).TrimEnd('\n');
    }

    private static string Row(MeasureVerdict row) => MarkdownTable.Row(
    [
        $"`{VerdictCells.Name(row)}`", VerdictCells.Value(row, row.Before), VerdictCells.Value(row, row.After),
        VerdictCells.Difference(row), VerdictCells.Ratio(row), VerdictCells.Allowed(row),
        $"{Mark(row.Verdict)} {VerdictCells.Word(row.Verdict)}",
    ]);

    /// <summary>A shape besides a word: colours alone tell not everybody.</summary>
    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Worse => "❌",
        Verdict.Better => "✅",
        Verdict.Unclear => "❔",
        _ => "➖",
    };
}
