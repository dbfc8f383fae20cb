namespace Simulator.Reports.Html;

/// <summary>One file that asks nothing of the network: the style sheet, what is told, and the script that tells values.</summary>
internal static class HtmlPage
{
    /// <param name="body">HTML.</param>
    public static string Of(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{HtmlText.Encode(title)}</title>
        <style>
        {ReportStyle.Css}</style>
        </head>
        <body>
        {body}<script>
        {ReportScript.Js}</script>
        </body>
        </html>

        """.ReplaceLineEndings("\n");
}
