using System.Text;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>summary.md: the answer, the moments, what was expected, the worst services and all measures; fit for a pull request.</summary>
internal static class MarkdownSummary
{
    private const int WorstRows = 10;
    private const int PetRows = 20;
    private const int FindingRows = 50;

    public static string Write(Summary summary, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder();
        text.Append($"# {summary.Scenario}\n\n");
        text.Append($"{summary.Answer}\n");
        if (StateText.After(summary) is { Length: > 0 } state) text.Append($"\n{state}\n");
        if (UserText.Of(summary) is { Length: > 0 } users) text.Append($"\n{users}\n");
        foreach (var reason in summary.Reasons) text.Append($"\n{reason}\n");
        Table(text, "Findings, worst first", ReportRows.FindingColumns, summary.Findings.Take(FindingRows).Select(ReportRows.Of));
        Table(
            text, "Pods that wait at the end", WaitingText.Columns,
            (summary.Waiting ?? []).Take(FindingRows).Select(row => WaitingText.Cells(summary, row)));
        Table(
            text, summary.StoryAt is null ? "Moments of the first outage" : "Moments of the outage", ["moment", "when", ""],
            Moments.Of(summary).Select(moment => new[] { moment.Name, moment.When, moment.Text }));
        if (summary.NotActedUpon is { } omissions)
        {
            Table(
                text, "Not acted upon", ["effect", .. OmissionTables.Columns],
                omissions.Select(row => new[] { row.Effect }.Concat(OmissionTables.Of(row)).ToArray()));
        }
        Table(
            text, "Expected", ["measure", "bound", "got", "verdict", ""],
            summary.Expectations.Select(row => new[] { row.Measure, row.Bound, row.GotText, row.Verdict, row.Sentence }));
        if (summary.Stateful is { } applications)
        {
            Table(text, "What keeps data", StateRows.ApplicationColumns, applications.Select(row => StateRows.Of(summary, row)));
        }
        if (summary.Pets is { } pets)
        {
            Table(
                text, "Pets that were away, longest first", StateRows.PetColumns,
                pets.Take(PetRows).Select(row => StateRows.Of(summary, row)));
        }
        if (summary.Overlaps is { } overlaps)
        {
            Table(
                text, "Identities that ran twice at once", StateRows.OverlapColumns,
                overlaps.Take(WorstRows).Select(row => StateRows.Of(summary, row)));
        }
        if (summary.Claims is { } claims)
        {
            Table(
                text, "Claims without a volume at the end", StateRows.ClaimColumns,
                claims.Take(WorstRows).Select(row => StateRows.Of(summary, row)));
        }
        if (summary.Names is { } names)
        {
            Table(
                text, "Names that DNS told wrongly, longest first", StateRows.NameColumns,
                names.Take(WorstRows).Select(row => StateRows.Of(summary, row)));
        }
        if (ReportRows.HasUsers(summary))
        {
            Table(
                text, "Services, worst first", ReportRows.ColumnsOfServices(summary),
                summary.Services.Take(WorstRows).Select(row => ReportRows.Of(summary, row)));
        }
        Table(
            text, "Worst workloads", ReportRows.WorkloadColumns,
            summary.Workloads.Where(row => row.ReplicaSecondsLost > 0).Take(WorstRows).Select(row => ReportRows.Of(summary, row)));
        Table(text, "Measures", ["measure", "value", "unit"], summary.Measures.Select(measure => ReportRows.Of(measure)[..3]));
        text.Append($"\nSeed {summary.Seed}, version {summary.Version}, Kubernetes {summary.Kubernetes}, digest `{summary.Digest}`.\n");
        text.Append(summary.Flags.Count == 0
            ? "All flags are at their defaults.\n"
            : $"Flags that differ: {string.Join("; ", summary.Flags.Select(flag => $"`{flag}`"))}.\n");
        text.Append($"Repeat it: `{summary.Command}`\n");
        foreach (var note in notes) text.Append($"\n{note}\n");
        return text.ToString();
    }

    private static void Table(StringBuilder text, string title, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        text.Append($"\n## {title}\n\n| {string.Join(" | ", columns)} |\n|{string.Concat(columns.Select(_ => "---|"))}\n");
        foreach (var row in list) text.Append($"| {string.Join(" | ", row.Select(Escape))} |\n");
    }

    private static string Escape(string cell) =>
        cell.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
