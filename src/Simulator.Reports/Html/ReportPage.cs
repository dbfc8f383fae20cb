using Simulator.Reports.Html.Sections;

namespace Simulator.Reports.Html;

/// <summary>
/// report.html: one file that asks nothing of the network. The answer, a picture, what users lost, how it was obtained; the rest folded.
/// </summary>
internal static class ReportPage
{
    public static string Write(ReportContent content) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{HtmlText.Encode(content.Summary.Scenario)}</title>
        <style>
        {ReportStyle.Css}</style>
        </head>
        <body>
        {SectionTable.Html(content)}<script>
        {ReportScript.Js}</script>
        </body>
        </html>

        """.ReplaceLineEndings("\n");
}
