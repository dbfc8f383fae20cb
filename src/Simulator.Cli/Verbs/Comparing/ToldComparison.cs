using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Reports.Comparison.Texts;
using Simulator.Reports.Html.Studies;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>A comparison in all the forms in which it is told.</summary>
internal sealed record ToldComparison
{
    public required Verdict Overall { get; init; }

    /// <summary>For a terminal; the last one counts.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Where two runs of one seed part; empty: they do not, or it is not known.</summary>
    public IReadOnlyList<string> Parting { get; init; } = [];

    public required Func<string> Markdown { get; init; }

    /// <summary>Of the verdicts that fail.</summary>
    public required Func<IReadOnlyCollection<Verdict>, string> JUnit { get; init; }

    /// <summary>A page; takes the command that repeats it.</summary>
    public required Func<string, StudyContent> Content { get; init; }

    /// <summary>CSV.</summary>
    public required Action<TextWriter> Table { get; init; }

    public required Action<TextWriter> Json { get; init; }

    public static ToldComparison Of(ComparisonResult result, IReadOnlyList<string> parting) => new()
    {
        Overall = result.Overall,
        Lines = [.. ComparisonText.Lines(result)],
        Parting = parting,
        Markdown = () => ComparisonMarkdown.Of(result, parting),
        JUnit = failing => ComparisonJUnit.Of(result, failing),
        Content = command => ComparisonStudy.Of(result, parting, command),
        Table = text => ComparisonTable.Write(result, text),
        Json = text => JsonText.Write(ComparisonDocument.Of(result, parting.Count > 0 ? parting : null), text),
    };

    public static ToldComparison Of(SweepComparison sweep) => new()
    {
        Overall = sweep.Overall,
        Lines = [.. SweepText.Lines(sweep)],
        Markdown = () => SweepText.Markdown(sweep),
        JUnit = failing => ComparisonJUnit.Of(sweep, failing),
        Content = command => ComparisonStudy.Of(sweep, command),
        Table = text => ComparisonTable.Write(sweep, text),
        Json = text => JsonText.Write(SweepDocument.Of(sweep), text),
    };
}
