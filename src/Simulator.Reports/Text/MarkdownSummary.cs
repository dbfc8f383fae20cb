using System.Text;
using Simulator.Api.Words;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>summary.md: the answer, the moments, what was expected, the worst services and all measures; fit for a pull request.</summary>
internal static class MarkdownSummary
{
    public const string FileName = "summary.md";

    private const int WorstRows = 10;
    private const int PetRows = 20;
    private const int FindingRows = 50;
    private const int MeasureRows = 150;

    public static string Write(Summary summary, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder();
        text.Append($"# {summary.Scenario}\n\n");
        text.Append($"{summary.Answer}\n");
        if (StateText.After(summary) is { Length: > 0 } state) text.Append($"\n{state}\n");
        if (UserText.Of(summary) is { Length: > 0 } users) text.Append($"\n{users}\n");
        foreach (var reason in summary.Reasons) text.Append($"\n{reason}\n");
        Table(text, "Findings, worst first", ReportRows.FindingColumns, summary.Findings, FindingRows, ReportRows.Of);
        Table(text, "Pods that wait at the end", WaitingText.Columns, summary.Waiting, FindingRows, row => WaitingText.Cells(summary, row));
        Table(
            text, summary.StoryAt is null ? "Moments of the first outage" : "Moments of the outage", ["moment", "when", ""],
            [.. Moments.Of(summary)], FindingRows, moment => [moment.Name, moment.When, moment.Text]);
        Table(
            text, "Not acted upon", ["effect", .. OmissionTables.Columns], summary.NotActedUpon, FindingRows,
            row => [row.Effect, .. OmissionTables.Of(row)]);
        Table(
            text, "Expected", ["measure", "bound", "got", "verdict", ""], summary.Expectations, int.MaxValue,
            row => [row.Measure, row.Bound, row.GotText, row.Verdict, row.Sentence]);
        Table(text, "Users, region by region", PopulationRows.Columns, summary.Populations, FindingRows, PopulationRows.Of);
        Table(text, "What clusters carried", PopulationRows.SurvivorColumns, summary.Survivors, FindingRows, PopulationRows.Of);
        State(text, summary);
        Table(text, LoadRows.Title, LoadRows.Columns, summary.Loads, WorstRows, row => LoadRows.Of(summary, row));
        Money(text, summary);
        if (ReportRows.HasUsers(summary))
        {
            Table(
                text, "Services, worst first", ReportRows.ColumnsOfServices(summary), summary.Services, WorstRows,
                row => ReportRows.Of(summary, row));
        }
        Table(
            text, "Worst workloads", ReportRows.WorkloadColumns, [.. summary.Workloads.Where(row => row.ReplicaSecondsLost > 0)],
            WorstRows, row => ReportRows.Of(summary, row));
        Table(
            text, "Measures", ["measure", "value", "unit"], [.. summary.Measures], MeasureRows,
            measure => ReportRows.Of(measure)[..3]);
        text.Append($"\nSeed {summary.Seed}, version {summary.Version}, Kubernetes {summary.Kubernetes}, digest `{summary.Digest}`.\n");
        text.Append(summary.Flags.Count == 0
            ? "All flags are at their defaults.\n"
            : $"Flags that differ: {string.Join("; ", summary.Flags.Select(flag => $"`{flag}`"))}.\n");
        text.Append($"Repeat it: `{summary.Command}`\n");
        foreach (var note in notes) text.Append($"\n{note}\n");
        return VisibleText.OfLines(text.ToString());
    }

    private static void Money(StringBuilder text, Summary summary)
    {
        Table(text, "Machines and money", MoneyRows.PoolColumns, summary.Pools, FindingRows, row => MoneyRows.Of(summary, row));
        Table(
            text, "Dearest workloads", MoneyRows.WorkloadColumns, summary.WorkloadCosts, WorstRows, row => MoneyRows.Of(summary, row));
        if (MoneyRows.SourcesOf(summary) is { Length: > 0 } sources) text.Append($"\n{sources}\n");
    }

    private static void State(StringBuilder text, Summary summary)
    {
        Table(
            text, "What keeps data", StateRows.ApplicationColumns, summary.Stateful, FindingRows, row => StateRows.Of(summary, row));
        Table(
            text, "Pets that were away, longest first", StateRows.PetColumns, summary.Pets, PetRows, row => StateRows.Of(summary, row));
        Table(
            text, "Identities that ran twice at once", StateRows.OverlapColumns, summary.Overlaps, WorstRows,
            row => StateRows.Of(summary, row));
        Table(
            text, "Claims without a volume at the end", StateRows.ClaimColumns, summary.Claims, WorstRows,
            row => StateRows.Of(summary, row));
        Table(
            text, "Names that DNS told wrongly, longest first", StateRows.NameColumns, summary.Names, WorstRows,
            row => StateRows.Of(summary, row));
    }

    private static void Table<T>(
        StringBuilder text, string title, IReadOnlyList<string> columns, IReadOnlyList<T>? rows, int most, Func<T, string[]> cells)
    {
        if (rows is not { Count: > 0 }) return;
        text.Append($"\n## {title}\n\n{MarkdownTable.Head(columns, [.. columns.Select(_ => false)])}");
        foreach (var row in rows.Take(most)) text.Append(MarkdownTable.Row(cells(row)));
        if (rows.Count > most) text.Append($"\n{HumanNumber.Count(rows.Count - most)} more: {SummaryJson.FileName} has all of them.\n");
    }
}
