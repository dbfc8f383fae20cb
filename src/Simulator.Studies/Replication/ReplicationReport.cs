using Simulator.Reports.Files;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.Measures;
using Simulator.Reports.Plots;
using Simulator.Reports.Plots.Studies;
using Simulator.Reports.RunSets;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;
using Simulator.Studies.Results;

namespace Simulator.Studies.Replication;

/// <summary>A replication as text, as a page and as files.</summary>
public sealed class ReplicationReport
{
    private const int Columns = 100;

    private const string Stopping =
        "Whether more runs are needed is asked of the runs made so far, so that the intervals are a little too narrow on average.";

    private readonly StudyFacts _facts;
    private readonly ReplicationPlan _plan;
    private readonly VariantResult _result;
    private readonly IReadOnlyList<MeasureOverRuns> _first;
    private readonly IReadOnlyList<string> _answer;

    /// <param name="rows">At least one.</param>
    public ReplicationReport(IReadOnlyList<RunRow> rows, StudyFacts facts, ReplicationPlan plan)
    {
        (_facts, _plan) = (facts, plan);
        _result = VariantResult.Of(rows, facts.Expectations, facts.Confidence);
        var names = ChosenMeasures.Of(facts.Asked, facts.Expectations, rows);
        _first = [.. names.Select(_result.Measure).OfType<MeasureOverRuns>()];
        _answer = ReplicationAnswer.Of(_result, names, facts, plan, LoosestMeasure.Of(rows, facts, plan));
    }

    /// <summary>An expectation was missed in a run.</summary>
    public bool IsMissed => !_result.MeetsAll;

    public StudyDocument Document => StudyDocument.Of("replication", _facts, [], _answer, [_result]);

    /// <summary>For a terminal, without a headline.</summary>
    public IReadOnlyList<string> Lines() =>
    [
        .. _answer.SelectMany(sentence => Wrapping.Break(sentence, Columns)),
        "",
        .. TextRows.Of(Table("Measures", _first, isFolded: false)),
        .. _result.Expectations.Count > 0 ? [""] : Array.Empty<string>(),
        .. VerdictLines.Lines(_result, _facts.Confidence),
    ];

    /// <summary>For a page.</summary>
    public StudyContent Content() => new()
    {
        Title = _facts.Name,
        Kind = "replication",
        About = _facts.About,
        Answer = _answer,
        Verdicts = VerdictLines.Verdicts(_result, _facts.Confidence),
        Pictures = Picture(),
        Tables = [Table("Measures", _first, isFolded: false), Table("All measures", _result.Measures, isFolded: true)],
        How = _facts.Origin(_result.Rows.Count, _result.Rows.Count, Method()),
    };

    /// <summary>The files beside the page.</summary>
    public IReadOnlyList<NamedFile> Files() =>
    [
        new NamedFile(RunsTable.FileName, text => RunsTable.Write(text, _result.Rows)),
        new NamedFile(SummaryJson.FileName, text => text.Write(Document.ToJson())),
    ];

    private IReadOnlyList<string> Method() =>
    [
        .. _plan.Precision is null ? [] : (string[])[Stopping],
        .. _plan.WarmUp is { } warmUp ? [WarmUpText.Method(warmUp)] : Array.Empty<string>(),
    ];

    private static string[] Cells(MeasureOverRuns measure) =>
    [
        measure.Name, measure.Text, Expectations.Format(measure.Name, measure.Least), Expectations.Format(measure.Name, measure.Most),
        measure.CountText,
    ];

    private static StudyTable Table(string title, IReadOnlyList<MeasureOverRuns> measures, bool isFolded) => new(
        title,
        [
            StudyColumn.Text("measure"), StudyColumn.Number("mean"), StudyColumn.Number("least"), StudyColumn.Number("most"),
            StudyColumn.Text("runs"),
        ],
        [.. measures.Select(Cells)])
    {
        IsFolded = isFolded,
    };

    private IReadOnlyList<Picture> Picture()
    {
        var rows = _first.Where(measure => measure.Most > measure.Least).Select(Spread).ToList();
        if (rows.Count == 0) return [];
        const string Title = "How the measures differ from seed to seed";
        return
        [
            StudyPlots.Spread("spread", $"{Title}. A mark a run.", new Spread
            {
                Title = Title,
                Rows = rows,
                Interval = $"{_facts.ConfidenceText} interval of the mean",
            }),
        ];
    }

    private SpreadRow Spread(MeasureOverRuns measure)
    {
        var unit = MeasureCatalog.Find(measure.Name)?.Unit ?? "";
        var interval = measure.Mean.Interval;
        return new SpreadRow(
            measure.Name, unit,
            [.. _result.Rows.Where(row => row.Measures.ContainsKey(measure.Name)).Select(row => (row.Seed, row.Measures[measure.Name]))],
            measure.Mean.Value, interval.IsBounded
                ? interval.Low
                : measure.Mean.Value, interval.IsBounded
                ? interval.High
                : measure.Mean.Value,
            $"{measure.Text} ({measure.CountText})");
    }
}
