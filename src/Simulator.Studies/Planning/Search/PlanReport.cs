using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Reports.Files;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.Measures;
using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Studies;
using Simulator.Reports.RunSets;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.Studies.Axes;
using Simulator.Studies.Results;

namespace Simulator.Studies.Planning.Search;

/// <summary>A plan as text, as a page and as files.</summary>
/// <param name="why">Why it breaks, as a run of it tells; "" if nobody says.</param>
public sealed class PlanReport(PlanOutcome outcome, RunSetHeader header, string why)
{
    private const string CsvFile = "tried.csv";

    private readonly PlanWords _words = new(outcome, why);

    public bool IsMissed => outcome.Answer is null;

    /// <summary>What is searched, in one line.</summary>
    public string Headline => string.Join(
        " · ",
        outcome.Study.Name,
        _words.Question,
        $"{HumanNumber.Count(outcome.Bounds.Count, "objective", "objectives")}",
        outcome.Plan.Lose.Each is { } scope ? $"losing each {scope.ToString().ToLowerInvariant()}" : "the scenario's own outages",
        $"{Percent(outcome.Plan.Confidence)} sure");

    /// <summary>For a terminal, below the headline.</summary>
    public IEnumerable<string> Lines() =>
    [
        $"  {HumanNumber.Count(outcome.Tried.Count, "value", "values")} tried in {HumanNumber.Count(outcome.Runs, "run", "runs")}",
        "",
        .. _words.Sentences(),
        "",
        .. TextRows.Of(Objectives),
        "",
        .. TextRows.Of(Tried),
    ];

    /// <summary>For a page.</summary>
    public StudyContent Content() => new()
    {
        Title = outcome.Study.Name,
        Kind = "plan",
        About = Headline,
        Answer = _words.Sentences(),
        Verdicts = [.. Verdicts()],
        Pictures = Pictures(),
        Tables =
        [
            Objectives,
            Tried,
        ],
        How = Origin(),
    };

    public IReadOnlyList<NamedFile> Files() =>
    [
        new NamedFile(CsvFile, text => PlanTable.Write(text, outcome)),
        new NamedFile(SummaryJson.FileName, text => text.Write(Document.ToJson())),
    ];

    public PlanDocument Document => PlanDocument.Of(outcome, header, _words.Sentences());

    private StudyTable Objectives => new(
        "Objectives",
        [
            StudyColumn.Text("objective"), StudyColumn.Text("bound"), StudyColumn.Text("worst at the answer"),
            StudyColumn.Text("just below it"),
        ],
        [.. outcome.Bounds.Select((row, i) => (string[])
            [row.Measure, row.Bound, Worst(outcome.Answer ?? outcome.Furthest, row, i), Worst(outcome.Result.Below, row, i)])]);

    private StudyTable Tried => new(
        "What was tried",
        [
            StudyColumn.Text("tried"), StudyColumn.Number("$ an hour"), StudyColumn.Number("runs"), StudyColumn.Verdict("verdict"),
            StudyColumn.Text("first miss"),
        ],
        [.. outcome.Tried.Select(TriedRow)])
    {
        File = CsvFile,
    };

    private string Worst(Rung? rung, ExpectationRow row, int objective) => rung is null ? ""
        : outcome.Worst(rung, objective) is { } worst ? $"{Expectations.Format(row.Measure, worst.Value)} ({worst.Run.Where})"
        : "nothing";

    private string[] TriedRow(Rung rung)
    {
        var runs = outcome.Of(rung);
        var miss = outcome.FirstMiss(rung);
        return
        [
            rung.Text, HumanNumber.Dollars(outcome.Dollars(rung)), HumanNumber.Count(runs.Count), miss is null ? "holds" : "fails",
            miss is null ? "" : $"{miss.Missed}, {miss.Where}",
        ];
    }

    private IEnumerable<StudyVerdict> Verdicts() => outcome.Answer is not { } answer
        ? [new StudyVerdict("MISSED", "No value that was tried meets all objectives.")]
        : outcome.Bounds.Select((row, i) => new StudyVerdict(
            "met", $"{row.Measure}: {row.Bound} wanted, at worst {Worst(answer, row, i)} at {answer.Text}."));

    /// <summary>Values of numbers only have a place on an axis.</summary>
    private IReadOnlyList<Picture> Pictures()
    {
        var ladder = outcome.Result.Ladder ?? outcome.Result.Ladders[0];
        var rungs = outcome.Tried.Where(rung => ladder.Rungs.Contains(rung) && PlaceOf(rung) is not null).ToList();
        if (rungs.Count < 2) return [];
        const string Title = "What was tried, and what of it holds";
        var rows = rungs.SelectMany(outcome.Of).GroupBy(run => run.Lost.Title, StringComparer.Ordinal)
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => new BoundaryRow(
                row.Key.Length == 0 ? "as the scenario has it" : row.Key, [.. row.GroupBy(run => run.Rung).Select(Point)]))
            .ToList();
        return [StudyPlots.Boundary("boundary", $"{Title}. A mark a value and what is lost.", new Boundary
        {
            Title = Title,
            Label = ShortNames.Of(outcome.Plan.Axes)[^1],
            Rows = rows,
            Marks = outcome.Answer is { } answer && PlaceOf(answer) is { } at
                ? [(at, $"{outcome.Plan.Goal.ToString().ToLowerInvariant()} that holds: {answer.Text}")] : [],
        })];
    }

    private static BoundaryPoint Point(IGrouping<Rung, Judgement> runs) => new(
        PlaceOf(runs.Key)!.Value, runs.Count(run => run.Holds), runs.Count(), runs.FirstOrDefault(run => !run.Holds)?.Missed ?? "");

    /// <summary>A number, or the seconds of a duration.</summary>
    private static double? PlaceOf(Rung rung) =>
        double.TryParse(rung.Settings[^1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : GoDuration.TryParse(rung.Settings[^1].Value, out var duration) ? duration.TotalSeconds
        : null;

    private StudyOrigin Origin() => new()
    {
        Command = header.Command,
        Seeds = outcome.Seeds,
        Version = header.Version,
        Kubernetes = header.Kubernetes,
        Flags = [.. header.Flags],
        Facts = [("runs", $"{HumanNumber.Count(outcome.Runs)} of {HumanNumber.Count(outcome.Tried.Count, "value", "values")}")],
        Method =
        [
            outcome.Plan.Lose.Each is null
                ? "Every value is run with the same seeds, and with the scenario's own outages."
                : "Every value is run with the same seeds, and every run has one thing lost beside the scenario's own outages.",
            "A value holds if every run of it meets every objective; after the first miss it is not run further. If n of n seeds hold, "
                + "the share of "
                + "all seeds that holds is at least (1 - confidence)^(1/n) (Clopper and Pearson).",
            "The search is a bisection with one seed, then with all at its end. It takes for granted that more holds if less does; two "
                + "values "
                + "beyond the answer (with three seeds) and three below it are tried to see whether that is so.",
        ],
        Files =
        [
            (CsvFile, "a row for each run: what was tried, what was lost, seed, objectives"),
            (SummaryJson.FileName, "what is told here, for machines"),
            (RunSetFile.Name, "the finished runs; the same command goes on from there"),
        ],
    };

    private static string Percent(double share) => HumanNumber.Percent(share);
}
