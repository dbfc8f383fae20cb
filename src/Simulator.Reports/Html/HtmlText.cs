using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Simulator.Reports;

/// <summary>Pieces of HTML; whatever text comes from a run is encoded here.</summary>
internal static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(text);

    /// <summary>The first column is text, the others are numbers unless they are said to be text.</summary>
    /// <param name="textColumns">Indexes of further columns to be set to the left.</param>
    public static string Table(IReadOnlyList<string> columns, IEnumerable<string[]> rows, params int[] textColumns)
    {
        var html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
        for (var i = 0; i < columns.Count; i++) html.Append(Cell("th", columns[i], i, textColumns));
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Length; i++) html.Append(Cell("td", row[i], i, textColumns));
            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    public static string Fold(string title, string content) =>
        content.Length == 0 ? "" : $"<details><summary>{Encode(title)}</summary>\n{content}</details>\n";

    public static string Section(string title, string content) =>
        content.Length == 0 ? "" : $"<section>\n<h2>{Encode(title)}</h2>\n{content}</section>\n";

    private static string Cell(string tag, string text, int column, int[] textColumns) =>
        column == 0 || textColumns.Contains(column) ? $"<{tag}>{Encode(text)}</{tag}>" : $"<{tag} class=\"n\">{Encode(text)}</{tag}>";
}
