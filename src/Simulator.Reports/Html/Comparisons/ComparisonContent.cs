using System.Globalization;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Texts;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Studies;

namespace Simulator.Reports.Html.Comparisons;

/// <summary>A comparison as a page: the verdict, the differences against what is allowed, all measures, how it was obtained.</summary>
public static class ComparisonContent
{
    /// <summary>Nobody reads more sentences, or looks at more lines.</summary>
    private const int SentencesMax = 4;

    private const int LinesMax = 24;

    /// <param name="parting">Where the first two runs of one seed part; empty: nowhere, or not known.</param>
    /// <param name="command">Repeats it.</param>
    public static StudyContent Of(ComparisonResult result, IReadOnlyList<string> parting, string command)
    {
        var told = result.Measures.Where(row => row.Adjusted is not null && row.Verdict != Verdict.Same).ToList();
        return new StudyContent
        {
            Title = result.Before.Header.Scenario,
            Kind = "comparison",
            About = ComparisonText.Headline(result),
            Answer = [.. Answer(result)],
            Pictures = Pictures(result),
            Tables =
            [
                Table("What is not the same", result, told),
                Table("Facts that differ, neither good nor bad", result, result.Facts) with { IsFolded = true },
                Table("What is the same", result, result.Of(Verdict.Same)) with { IsFolded = true },
                .. Parting(parting),
            ],
            How = OriginOf(result, command),
        };
    }

    private static IEnumerable<string> Answer(ComparisonResult result)
    {
        yield return $"{result.After.Name} is {Words(result)} {result.Before.Name}: {ComparisonText.Count(result)}.";
        var dearest = result.Measures.Where(row => row.Verdict is Verdict.Worse or Verdict.Better).Take(SentencesMax - 1);
        foreach (var row in dearest)
        {
            yield return $"{VerdictCells.Name(row)} went from {VerdictCells.Value(row, row.Before)} to "
                + $"{VerdictCells.Value(row, row.After)} "
                + $"({VerdictCells.Difference(row)}): {VerdictCells.Word(row.Verdict)}, allowed is {VerdictCells.Allowed(row)}.";
        }
    }

    private static string Words(ComparisonResult result) => result.Overall switch
    {
        Verdict.Worse => "worse than",
        Verdict.Better => "better than",
        Verdict.Unclear => "not clearly better or worse than",
        _ => "the same as",
    };

    private static IReadOnlyList<Picture> Pictures(ComparisonResult result)
    {
        List<Difference> lines = [.. result.Measures
            .Where(row => row is { Adjusted: not null, Aspect: Aspect.Value, Allowed: > 0, Verdict: not Verdict.Same,
                Interval.IsBounded: true })
            .Take(LinesMax)
            .Select(LineOf)];
        return lines.Count == 0
            ? []
            :
            [
                StudyPlots.Differences(
                    "differences",
                    "Differences against what is allowed. To the right is worse; what lies within the grey stretch is the same.",
                    new Differences
                    {
                        Title = "Differences against what is allowed",
                        Label = "times the allowed difference; worse to the right",
                        Rows = lines,
                    }),
            ];
    }

    private static Difference LineOf(MeasureVerdict row)
    {
        var sign = row.Stake.Better == Better.Higher ? -1 : 1;
        var (a, b) = (sign * row.Interval.Low / row.Allowed, sign * row.Interval.High / row.Allowed);
        return new Difference(
            VerdictCells.Name(row), row.Weight, Math.Min(a, b), Math.Max(a, b), 1, VerdictCells.Word(row.Verdict),
            $"{VerdictCells.Difference(row)}  {VerdictCells.Word(row.Verdict)}");
    }

    private static StudyTable Table(string title, ComparisonResult result, IReadOnlyList<MeasureVerdict> rows) => new(
        title,
        [
            StudyColumn.Text("measure"), StudyColumn.Number(result.Before.Name), StudyColumn.Number(result.After.Name),
            StudyColumn.Number(string.Create(CultureInfo.InvariantCulture, $"difference ({result.Confidence * 100:0.###} %)")),
            StudyColumn.Number("ratio"), StudyColumn.Text("allowed"), StudyColumn.Verdict("verdict"),
        ],
        [.. rows.Select(row => new[]
        {
            VerdictCells.Name(row), VerdictCells.Value(row, row.Before), VerdictCells.Value(row, row.After), VerdictCells.Difference(row),
            VerdictCells.Ratio(row), VerdictCells.Allowed(row), VerdictCells.Word(row.Verdict),
        })]);

    private static IEnumerable<StudyTable> Parting(IReadOnlyList<string> lines) => lines.Count == 0
        ? []
        : [new StudyTable("Where the runs part", [StudyColumn.Text("observations")], [.. lines.Select(line => new[] { line })])];

    private static StudyOrigin OriginOf(ComparisonResult result, string command)
    {
        var (before, after) = (result.Before.Header, result.After.Header);
        return new StudyOrigin
        {
            Command = command,
            Seeds = result.Pairing.Words,
            Version = before.Version == after.Version ? before.Version : $"{before.Version} and {after.Version}",
            Kubernetes = before.Kubernetes == after.Kubernetes ? before.Kubernetes : $"{before.Kubernetes} and {after.Kubernetes}",
            Flags = [.. before.Flags.Union(after.Flags)],
            Method =
            [
                .. Remarks.OfSides(result.Before, result.After), .. Remarks.OfResult(result), ComparisonText.Sureness(result),
                "Worse and better are beyond what is allowed by more than chance; the same is an interval within it; unclear is neither.",
            ],
            Facts = [(result.Before.Name, before.Command), (result.After.Name, after.Command)],
            Files = [(ComparisonTable.FileName, "a row a measure"), ("summary.json", "all of it, for machines")],
        };
    }
}
