using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Texts;
using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Studies;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Html.Studies;

/// <summary>A comparison as a page: the verdict, a picture of the differences against what is allowed, the tables.</summary>
public static class ComparisonStudy
{
    /// <summary>The worst; more would make the picture long, and the table has them.</summary>
    private const int DrawnMax = 20;

    /// <summary>What is the same shows what noise looks like.</summary>
    private const int SameMax = 4;

    /// <param name="more">Further sentences, such as where two runs part.</param>
    /// <param name="command">Repeats it.</param>
    public static StudyContent Of(ComparisonResult result, IReadOnlyList<string> more, string command)
    {
        var told = result.Measures.Where(row => row.Verdict is not (Verdict.Same or Verdict.Differs)).ToList();
        var same = result.Measures.Where(row => row.Verdict == Verdict.Same).ToList();
        return new StudyContent
        {
            Title = result.Before.Header.Scenario,
            Kind = "comparison",
            About = $"{result.Before.Name} against {result.After.Name}",
            Answer = [Answer(result, told), .. Remarks.OfSides(result.Before, result.After), .. Remarks.OfResult(result)],
            Pictures = [.. PictureOf(result, told)],
            Tables =
            [
                Table("What changed, worst first", result, told) with { IsFolded = false },
                Table("Differs, neither good nor bad", result, result.Facts),
                Table("The same", result, same),
            ],
            How = new StudyOrigin
            {
                Command = command,
                Seeds = result.Pairing.Words,
                Version = result.After.Header.Version,
                Kubernetes = result.After.Header.Kubernetes,
                Flags = result.After.Header.Flags,
                Method = [ComparisonText.Sureness(result), .. more],
            },
        };
    }

    /// <summary>Of two sweeps: a table of the variants, then what changed in each.</summary>
    /// <param name="command">Repeats it.</param>
    public static StudyContent Of(SweepComparison sweep, string command)
    {
        var changed = sweep.Variants.Where(variant => variant.Result.Overall != Verdict.Same).ToList();
        return new StudyContent
        {
            Title = sweep.Before.Header.Scenario,
            Kind = "comparison",
            About = $"{sweep.Before.Name} against {sweep.After.Name}",
            Answer =
            [
                $"{sweep.After.Name} against {sweep.Before.Name}, variant by variant: {SweepText.Count(sweep)}.",
                .. SweepText.LeftOut(sweep), .. Remarks.OfSides(sweep.Before, sweep.After),
            ],
            Tables =
            [
                new StudyTable(
                    "Variants", [StudyColumn.Text("variant"), StudyColumn.Verdict("verdict"), StudyColumn.Text("measures")],
                    [.. sweep.Variants.Select(variant => (string[])
                        [variant.Name, VerdictCells.Word(variant.Result.Overall), ComparisonText.Count(variant.Result)])]),
                .. changed.Select(variant => Table(
                    $"What changed with {variant.Name}, worst first", variant.Result,
                    [.. variant.Result.Measures.Where(row => row.Verdict is not (Verdict.Same or Verdict.Differs))])),
            ],
            How = new StudyOrigin
            {
                Command = command,
                Seeds = sweep.Variants[0].Result.Pairing.Words,
                Version = sweep.After.Header.Version,
                Kubernetes = sweep.After.Header.Kubernetes,
                Flags = sweep.After.Header.Flags,
                Method =
                [
                    "Each variant is held to so much more confidence that a false alarm in any measure of any of them is as rare as "
                        + $"{HumanNumber.Percent(1 - sweep.Confidence)} (Bonferroni among variants, Holm among measures).",
                ],
            },
        };
    }

    /// <summary><c>this change is worse than main: 1 worse, 1 better, 29 same of 31 measures; most of all pod start p99 ...</c></summary>
    private static string Answer(ComparisonResult result, List<MeasureVerdict> told)
    {
        var (before, after) = (result.Before.Name, result.After.Name);
        var first = result.Overall switch
        {
            Verdict.Worse => $"{after} is worse than {before}",
            Verdict.Better => $"{after} is better than {before}, and nothing is worse",
            Verdict.Unclear => $"It is unclear whether {after} is worse than {before}: more seeds would tell",
            _ => $"{after} is the same as {before} in all that matters",
        };
        var most = told.Count == 0 ? "" : $" Most of all {VerdictCells.Name(told[0])}: {VerdictCells.Difference(told[0])}.";
        return $"{first}: {ComparisonText.Count(result)}.{most}";
    }

    private static IEnumerable<Picture> PictureOf(ComparisonResult result, List<MeasureVerdict> told)
    {
        var drawn = told.Concat(result.Measures.Where(row => row.Verdict == Verdict.Same).Where(IsDrawn).Take(SameMax))
            .Where(IsDrawn)
            .Take(DrawnMax)
            .ToList();
        if (drawn.Count == 0) yield break;
        const string Caption =
            "What changed, and what is allowed. Each line is the interval of a difference, in units of what its measure may change";
        yield return StudyPlots.Differences("differences", Caption, new DifferenceChart
        {
            Title = $"{result.Before.Name} against {result.After.Name}",
            Label = "times the allowed difference; worse to the right",
            Rows = [.. drawn.Select(RowOf)],
        });
    }

    /// <summary>Of a value that may not change at all there is no unit.</summary>
    private static bool IsDrawn(MeasureVerdict row) => row.Allowed > 0 && row.Aspect == Aspect.Value && row.Interval.IsBounded;

    private static Difference RowOf(MeasureVerdict row)
    {
        var unit = (row.Stake.Better == Better.Higher ? -1 : 1) * row.Allowed;
        var (one, other) = (row.Interval.Low / unit, row.Interval.High / unit);
        var text = VerdictCells.Difference(row);
        return new Difference(
            VerdictCells.Name(row), row.Difference / unit, Math.Min(one, other), Math.Max(one, other), 1, VerdictCells.Word(row.Verdict),
                text)
        {
            Hint = $"{VerdictCells.Name(row)}\n{VerdictCells.Value(row, row.Before)} → {VerdictCells.Value(row, row.After)}\n{text}\n"
                + $"allowed: {VerdictCells.Allowed(row)}\n{VerdictCells.Word(row.Verdict)}",
        };
    }

    private static StudyTable Table(string title, ComparisonResult result, IReadOnlyList<MeasureVerdict> rows) => new(
        title,
        [
            StudyColumn.Text("measure"), StudyColumn.Number(result.Before.Name), StudyColumn.Number(result.After.Name),
            StudyColumn.Number(ComparisonText.DifferenceHead(result)), StudyColumn.Verdict("verdict"),
            StudyColumn.Number("ratio"), StudyColumn.Text("allowed"),
        ],
        [.. rows.Select(Cells)])
    {
        IsFolded = true,
        File = "--json",
    };

    private static string[] Cells(MeasureVerdict row) =>
    [
        VerdictCells.Name(row), VerdictCells.Value(row, row.Before), VerdictCells.Value(row, row.After), VerdictCells.Difference(row),
        VerdictCells.Word(row.Verdict), VerdictCells.Ratio(row), VerdictCells.Allowed(row),
    ];
}
