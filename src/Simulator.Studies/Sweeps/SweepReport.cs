using Simulator.Reports.Files;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.RunSets;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;
using Simulator.Studies.Axes;
using Simulator.Studies.Results;

namespace Simulator.Studies.Sweeps;

/// <summary>A sweep as text, as a page and as files.</summary>
public sealed class SweepReport
{
    private const int Columns = 100;

    /// <summary>Columns of measures on a terminal.</summary>
    private const int MeasuresShown = 3;

    private const int RowsShown = 40;

    private readonly StudyFacts _facts;
    private readonly IReadOnlyList<Axis> _axes;
    private readonly IReadOnlyList<RunRow> _rows;
    private readonly IReadOnlyList<VariantResult> _variants;
    private readonly IReadOnlyList<string> _names;
    private readonly IReadOnlyList<string> _answer;

    /// <param name="rows">By variant, then by seed; at least one.</param>
    public SweepReport(IReadOnlyList<RunRow> rows, StudyFacts facts, IReadOnlyList<Axis> axes)
    {
        (_facts, _axes, _rows) = (facts, axes, rows);
        _names = ChosenMeasures.Of(facts.Asked, facts.Expectations, rows);
        _variants = VariantResult.AllOf(rows, facts.Expectations, facts.Confidence, _names);
        _answer = SweepAnswer.Of(_variants, _names);
    }

    /// <summary>No variant meets all that is expected: a sweep is there to find one that does.</summary>
    public bool IsMissed => _variants.All(variant => !variant.MeetsAll);

    public StudyDocument Document => StudyDocument.Of("sweep", _facts, _axes, _answer, _variants);

    /// <summary>For a terminal, without a headline.</summary>
    public IReadOnlyList<string> Lines()
    {
        var shown = _names.Where(name => _variants.Any(variant => variant.Measure(name) is not null)).Take(MeasuresShown).ToList();
        List<string> lines =
        [
            .. _answer.SelectMany(sentence => Wrapping.Break(sentence, Columns)),
            "",
            .. TextRows.Of(Heads(shown), [.. _variants.Take(RowsShown).Select(variant => Cells(variant, shown))]),
        ];
        if (_variants.Count > RowsShown) lines.Add($"and {HumanNumber.Count(_variants.Count - RowsShown)} more");
        return lines;
    }

    /// <summary>For a page.</summary>
    public StudyContent Content() => new()
    {
        Title = _facts.Name,
        Kind = "sweep",
        About = _facts.About,
        Answer = _answer,
        Pictures = new SweepPictures(_variants, _axes, _facts).Draw(_names),
        Tables = [Table()],
        How = Origin(),
    };

    /// <summary>The files beside the page.</summary>
    public IReadOnlyList<NamedFile> Files() =>
    [
        new NamedFile(RunsTable.FileName, text => RunsTable.Write(text, _rows)),
        new NamedFile(SummaryJson.FileName, text => text.Write(Document.ToJson())),
    ];

    /// <summary>Headings have short names; whose they are stands here.</summary>
    private StudyOrigin Origin()
    {
        var origin = _facts.Origin(
            _variants.Max(variant => variant.Rows.Count), _rows.Count,
            ["All variants run with the same seeds: they meet the same troubles."]);
        var values = _axes.Zip(ShortNames.Of(_axes), (axis, name) => ($"{name} is", $"{axis.Path}, {Values(axis)}"));
        return origin with { Facts = [.. origin.Facts, .. values] };
    }

    private static string Values(Axis axis) => axis.Values.Count == 1
        ? axis.Values[0]
        : $"{HumanNumber.Count(axis.Values.Count)} values from {axis.Values[0]} to {axis.Values[^1]}";

    private bool HasExpectations => _facts.Expectations.Count > 0;

    private string[] Cells(VariantResult variant, IReadOnlyList<string> names) =>
    [
        .. variant.Settings.Select(setting => setting.Value),
        .. names.Select(name => Cell(variant.Measure(name))),
        .. HasExpectations ? [Verdict(variant)] : Array.Empty<string>(),
    ];

    /// <summary>With the count where some runs have no such measure.</summary>
    private static string Cell(MeasureOverRuns? measure) => measure is null ? "none"
        : measure.Count == measure.Runs ? measure.Text : $"{measure.Text} ({measure.Count} of {measure.Runs})";

    private static string Verdict(VariantResult variant) => variant.MeetsAll
        ? "met"
        : $"MISSED in {variant.Expectations.Max(expectation => expectation.Runs - expectation.Met)} of {variant.Rows.Count}";

    private StudyTable Table() =>
        new("Variants", Heads(_names), [.. _variants.Select(variant => Cells(variant, _names))]);

    private IReadOnlyList<StudyColumn> Heads(IReadOnlyList<string> names) =>
    [
        .. ShortNames.Of(_axes).Select(name => StudyColumn.Number(name)),
        .. names.Select(name => StudyColumn.Number(name)),
        .. HasExpectations ? [StudyColumn.Verdict("expectations")] : Array.Empty<StudyColumn>(),
    ];
}
