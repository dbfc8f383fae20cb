namespace Simulator.Reports.Html.Sections;

/// <summary>The files beside the page, and what they leave out.</summary>
internal static class FileSection
{
    private const string Always =
        "<p><code>summary.json</code>, <code>summary.md</code>, <code>timeseries.csv</code>, <code>pods.csv</code>, "
        + "<code>nodes.csv</code>, <code>services.csv</code>, <code>events.csv</code>, <code>plots/</code></p>\n";

    public static string Of(ReportContent content)
    {
        var summary = content.Summary;
        var pets = summary.Pets is { } rows && rows.Any(row => row.Absences > 0)
            ? "<p><code>pets.csv</code>: each time that a pet was away</p>\n"
            : "";
        var waiting = summary.Waiting is null ? "" : "<p><code>waiting.csv</code>: each pod that waits or waited long, and for what</p>\n";
        var claims = summary.Measure("claims.pendingAtEnd") is null ? "" : "<p><code>claims.csv</code>: all claims</p>\n";
        return HtmlText.Fold(
            "Files beside this one",
            Always + waiting + pets + claims + string.Concat(content.Notes.Select(note => $"<p>{HtmlText.Encode(note)}</p>\n")));
    }
}
