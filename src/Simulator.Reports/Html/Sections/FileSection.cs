using Simulator.Reports.Summaries;
using Simulator.Reports.Tables;
using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>The files beside the page, and what they leave out.</summary>
internal static class FileSection
{
    private static readonly string[] Always =
        [SummaryJson.FileName, MarkdownSummary.FileName, "timeseries.csv", "pods.csv", "nodes.csv", "services.csv", EventTable.FileName,
            "plots/"];

    public static string Of(ReportContent content)
    {
        var summary = content.Summary;
        var always = $"<p>{string.Join(", ", Always.Select(name => Code(content, name)))}</p>\n";
        var pets = summary.Pets is { } rows && rows.Any(row => row.Absences > 0)
            ? $"<p>{Code(content, "pets.csv")}: each time that a pet was away</p>\n"
            : "";
        var waiting = summary.Waiting is null
            ? ""
            : $"<p>{Code(content, "waiting.csv")}: each pod that waits or waited long, and for what</p>\n";
        var claims = summary.Measure("claims.pendingAtEnd") is null ? "" : $"<p>{Code(content, "claims.csv")}: all claims</p>\n";
        var notes = content.Notes.Select(note => $"<p>{HtmlText.Encode(note)}</p>\n");
        return HtmlText.Fold("Files beside this one", always + waiting + pets + claims + string.Concat(notes));
    }

    private static string Code(ReportContent content, string name) => $"<code>{content.Tables.Of(name)}</code>";
}
