using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Simulator.Api.Words;
using Simulator.Reports.Plots.Studies;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Html;

/// <summary>Pieces of HTML; whatever text comes from a run is encoded here.</summary>
internal static partial class HtmlText
{
    private const int RowsShown = 20;

    /// <summary>More rows of one table make the page slow, and nobody reads them.</summary>
    private const int RowsMax = 500;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>A number and its unit stay on one line.</summary>
    public static string Encode(string text) => NumberAndUnit().Replace(Encoder.Encode(VisibleText.OfLines(text)), "$1&nbsp;$2");

    /// <summary>The first column is text, the others are numbers unless they are said to be text.</summary>
    /// <param name="textColumns">Indexes of further columns to be set to the left.</param>
    public static string Table(IReadOnlyList<string> columns, IEnumerable<string[]> rows, params int[] textColumns) =>
        Table(columns, rows, StylesOf(columns, textColumns));

    private static string Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, CellStyle[] styles)
    {
        var html = new StringBuilder($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"table: {Encode(columns[0])}\">");
        html.Append("<table>\n<thead><tr>");
        for (var i = 0; i < columns.Count; i++) html.Append(Cell("th", Encode(columns[i]), i, styles[i]));
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++) html.Append(Cell("td", Content(row[i], styles[i]), i, styles[i]));
            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    /// <summary>A table of what is worst, the rest of it folded; what is too much is counted. "" without rows.</summary>
    public static string FirstRows<T>(
        IReadOnlyList<string> columns, IReadOnlyList<T> rows, Func<T, string[]> cells, params int[] textColumns) =>
        FirstRows(columns, [.. rows.Take(RowsMax).Select(cells)], rows.Count, SummaryJson.FileName, StylesOf(columns, textColumns));

    /// <inheritdoc cref="FirstRows{T}"/>
    /// <param name="file">Has all rows.</param>
    public static string FirstRows(
        IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, string file, CellStyle[] styles) =>
        FirstRows(columns, rows, rows.Count, file, styles);

    private static string FirstRows(
        IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, int count, string file, CellStyle[] styles)
    {
        if (count == 0) return "";
        var table = Table(columns, rows.Take(RowsShown), styles);
        if (count <= RowsShown) return table;
        var folded = Table(columns, rows.Take(RowsMax).Skip(RowsShown), styles);
        return table + Fold($"{HumanNumber.Count(count - RowsShown)} more", folded + Rest(count - RowsMax, file));
    }

    /// <summary>The first rows of a table; those that are too much are counted.</summary>
    /// <param name="most">Rows that are shown.</param>
    public static string TopRows<T>(
        IReadOnlyList<string> columns, IReadOnlyList<T> rows, int most, Func<T, string[]> cells, params int[] textColumns) =>
        Table(columns, rows.Take(most).Select(cells), textColumns) + Rest(rows.Count - most, SummaryJson.FileName);

    /// <summary>Where the rows are that a page has no room for; "" if it has all of them.</summary>
    private static string Rest(int rows, string file) =>
        rows <= 0 ? "" : $"<p>{HumanNumber.Count(rows)} more: {Encode(file)} has all of them.</p>\n";

    public static string Fold(string title, string content) =>
        content.Length == 0 ? "" : $"<details><summary>{Encode(title)}</summary>\n{content}</details>\n";

    public static string Section(string title, string content) =>
        content.Length == 0 ? "" : $"<section>\n<h2>{Encode(title)}</h2>\n{content}</section>\n";

    public static string Code(string text) => $"<code>{Encode(text)}</code>";

    /// <summary>A list of what is called how; a term that is "" goes on with the one before it.</summary>
    public static string Terms(IEnumerable<(string Term, string Html)> terms) =>
        $"<dl>\n{string.Concat(terms.Select(term => $"<dt>{term.Term}</dt><dd>{term.Html}</dd>\n"))}</dl>\n";

    private static CellStyle[] StylesOf(IReadOnlyList<string> columns, int[] textColumns) =>
        [.. columns.Select((_, i) => i == 0 || textColumns.Contains(i) ? CellStyle.Text : CellStyle.Number)];

    private static string Cell(string tag, string html, int column, CellStyle cell)
    {
        var style = column == 0 ? "" : cell switch { CellStyle.Number => " class=\"n\"", CellStyle.Text => " class=\"t\"", _ => "" };
        return $"<{tag}{style}>{(column == 0 ? Breakable(html) : html)}</{tag}>";
    }

    private static string Content(string text, CellStyle style)
    {
        if (style != CellStyle.Verdict) return Encode(text);
        var kind = VerdictWords.KindOf(text) switch { VerdictKind.Good => " good", VerdictKind.Bad => " bad", _ => "" };
        return $"<span class=\"v{kind}\">{Encode(text)}</span>";
    }

    /// <summary>Long names break where their parts meet, or after some letters.</summary>
    private static string Breakable(string html) => LongPart().Replace(PartEnd().Replace(html, "$1<wbr/>"), "$1<wbr/>");

    [GeneratedRegex("([./_-])(?=[A-Za-z])")]
    private static partial Regex PartEnd();

    [GeneratedRegex(@"(\w{20})(?=\w)")]
    private static partial Regex LongPart();

    [GeneratedRegex(@"(\d) (s|min|h|d|%)(?=\W|$)")]
    private static partial Regex NumberAndUnit();
}
