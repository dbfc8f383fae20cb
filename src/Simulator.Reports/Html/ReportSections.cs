namespace Simulator.Reports;

/// <summary>The parts of the report that everybody reads.</summary>
internal static class ReportSections
{
    private const int RowsShown = 20;
    private const int FindingsShown = 50;

    public static string Head(Summary summary)
    {
        var reasons = string.Concat(summary.Reasons.Select(reason => $"<p class=\"reason\">{HtmlText.Encode(reason)}</p>\n"));
        var users = UserText.Of(summary) is { Length: > 0 } text ? $"<p class=\"reason\">{HtmlText.Encode(text)}</p>\n" : "";
        var state = StateText.Of(summary) is { Length: > 0 } told ? $"<p class=\"reason\">{HtmlText.Encode(told)}</p>\n" : "";
        return $"<header>\n<p class=\"what\">{HtmlText.Encode(summary.Headline)}</p>\n<h1>{HtmlText.Encode(summary.Answer)}</h1>\n{state}{users}{reasons}</header>\n{Verdicts(summary)}";
    }

    /// <summary>What the answer says, and what it has no room for; nothing where it is all of it.</summary>
    public static string Findings(Summary summary) => summary.Findings.Count <= 1
        ? ""
        : HtmlText.Section("What went wrong, worst first", HtmlText.Table(ReportRows.FindingColumns, summary.Findings.Take(FindingsShown).Select(ReportRows.Of), 1));

    /// <summary>Folded: the picture shows them.</summary>
    public static string Moments(Summary summary)
    {
        var rows = Reports.Moments.Of(summary).Select(moment => new[] { moment.Name, moment.When, moment.Text }).ToList();
        return rows.Count == 0 ? "" : HtmlText.Fold("When what happened", HtmlText.Table(["moment", "time of the run", ""], rows, 1, 2));
    }

    /// <summary>Folded, like the moments.</summary>
    public static string Chronicle(Summary summary) => summary.Chronicle.Count == 0
        ? ""
        : HtmlText.Fold("What users and programs did", HtmlText.Table(["time of the run", ""], summary.Chronicle.Select(row => new[] { HumanTime.Clock(row.At), row.Text }), 1));

    public static string Users(Summary summary)
    {
        var (columns, rows) = Losses(summary);
        if (rows.Count == 0) return HtmlText.Section("What users lost", "<p>Nothing: no workload lost a replica.</p>\n");
        var rest = rows.Count > RowsShown
            ? HtmlText.Fold($"{HumanNumber.Count(rows.Count - RowsShown)} more", HtmlText.Table(columns, rows.Skip(RowsShown)))
            : "";
        return HtmlText.Section("What users lost, worst first", HtmlText.Table(columns, rows.Take(RowsShown)) + rest);
    }

    public static string Origin(Summary summary)
    {
        var flags = summary.Flags.Count == 0 ? "all at their defaults" : string.Join("<br>", summary.Flags.Select(flag => $"<code>{HtmlText.Encode(flag)}</code>"));
        (string Term, string Html)[] terms =
        [
            ("seed", HtmlText.Encode(summary.Seed)),
            ("simulated", HumanTime.Clock(summary.Duration)),
            ("version", HtmlText.Encode($"{summary.Version}, Kubernetes {summary.Kubernetes}")),
            ("flags", flags),
            ("digest", $"<code>{HtmlText.Encode(summary.Digest)}</code>"),
            ("repeat it", $"<code>{HtmlText.Encode(summary.Command)}</code>"),
        ];
        return HtmlText.Section("How it was obtained", $"<dl>\n{string.Concat(terms.Select(term => $"<dt>{term.Term}</dt><dd>{term.Html}</dd>\n"))}</dl>\n");
    }

    /// <summary>By service where services stand for workloads, else by workload; those without a loss are left to the folds.</summary>
    private static (IReadOnlyList<string> Columns, List<string[]> Rows) Losses(Summary summary)
    {
        var services = summary.Services.Where(row => row.ReplicaSecondsLost > 0 || row.Users is { Failed: > 0 }).Select(row => ReportRows.Of(summary, row)).ToList();
        if (services.Count > 0) return (ReportRows.ColumnsOfServices(summary), services);
        return (ReportRows.WorkloadColumns, summary.Workloads.Where(row => row.ReplicaSecondsLost > 0).Select(row => ReportRows.Of(summary, row)).ToList());
    }

    private static string Verdicts(Summary summary)
    {
        var items = summary.Expectations.Select(row =>
            $"<li{(row.Met ? "" : " class=\"missed\"")}><b>{row.Verdict}</b> {HtmlText.Encode($"{row.Measure}: expected {row.Bound}, got {row.GotText}. {row.Sentence}".TrimEnd())}</li>\n");
        return summary.Expectations.Count == 0 ? "" : $"<ul class=\"verdicts\">\n{string.Concat(items)}</ul>\n";
    }
}
