using Simulator.Reports.Html.Sections;
using Simulator.Reports.Plots.Studies;

namespace Simulator.Reports.Html.Studies;

/// <summary>report.html of a study: the answer, verdicts, a picture, tables, how it was obtained; the rest folded.</summary>
public static class StudyPage
{
    public static string Write(StudyContent content) => HtmlPage.Of(content.Title, string.Concat(Parts(content)));

    private static IEnumerable<string> Parts(StudyContent content)
    {
        yield return Answer(content);
        yield return Verdicts(content);
        yield return string.Concat(content.Pictures.Take(1).Select(picture => Figure.Of(picture, picture.Caption)));
        foreach (var table in content.Tables.Where(table => !table.IsFolded)) yield return HtmlText.Section(table.Title, Html(table));
        yield return Origin(content.How);
        yield return string.Concat(content.Pictures.Skip(1).Select(PictureSection.Folded));
        foreach (var table in content.Tables.Where(table => table.IsFolded)) yield return HtmlText.Fold(table.Title, Html(table));
    }

    private static string Answer(StudyContent content)
    {
        var what = string.Join(" · ", new[] { content.Title, content.Kind, content.About }.Where(word => word.Length > 0));
        var reasons = string.Concat(content.Answer.Skip(1).Select(Paragraph));
        return "<header>\n<p "
            + $"class=\"what\">{HtmlText.Encode(what)}</p>\n<h1>{HtmlText.Encode(content.Answer[0])}</h1>\n{reasons}</header>\n";
    }

    private static string Paragraph(string text) => $"<p class=\"reason\">{HtmlText.Encode(text)}</p>\n";

    private static string Verdicts(StudyContent content)
    {
        var items = string.Concat(content.Verdicts.Select(Item));
        return items.Length == 0 ? "" : $"<ul class=\"verdicts\">\n{items}</ul>\n";
    }

    private static string Item(StudyVerdict verdict)
    {
        var style = VerdictWords.KindOf(verdict.Word) == VerdictKind.Bad ? " class=\"missed\"" : "";
        return $"<li{style}><b>{HtmlText.Encode(verdict.Word)}</b> {HtmlText.Encode(verdict.Text)}</li>\n";
    }

    private static string Html(StudyTable table)
    {
        var heads = table.Columns.Select(column => column.Head).ToList();
        var rows = HtmlText.FirstRows(heads, table.Rows, table.File, [.. table.Columns.Select(column => column.Style)]);
        return rows + (table.Note.Length == 0 ? "" : $"<p class=\"note\">{HtmlText.Encode(table.Note)}</p>\n");
    }

    private static string Origin(StudyOrigin how)
    {
        var flags = how.Flags.Count == 0 ? "all at their defaults" : string.Join("<br/>", how.Flags.Select(HtmlText.Code));
        (string Term, string Html)[] terms =
        [
            ("seeds", HtmlText.Encode(how.Seeds)),
            .. how.Facts.Select(fact => (HtmlText.Encode(fact.Term), HtmlText.Encode(fact.Text))),
            ("version", HtmlText.Encode($"{how.Version}, Kubernetes {how.Kubernetes}")),
            ("flags", flags),
            .. how.Method.Select((sentence, i) => (i == 0 ? "method" : "", HtmlText.Encode(sentence))),
            .. how.Files.Select((file, i) => (i == 0 ? "files" : "", $"{HtmlText.Code(file.Name)}: {HtmlText.Encode(file.Meaning)}")),
            ("repeat it", HtmlText.Code(how.Command)),
        ];
        return HtmlText.Section("How it was obtained", HtmlText.Terms(terms));
    }
}
