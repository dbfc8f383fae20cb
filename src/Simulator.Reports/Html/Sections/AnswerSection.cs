using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>What was run, in small; the answer, in large; and why it is so.</summary>
internal static class AnswerSection
{
    public static string Of(ReportContent content)
    {
        var summary = content.Summary;
        string[] told = [summary.Answer, StateText.After(summary), UserText.Of(summary), .. summary.Reasons];
        var reasons = string.Concat(told.Skip(1).Where(sentence => sentence.Length > 0).Select(Paragraph));
        return "<header>\n<p "
            + $"class=\"what\">{HtmlText.Encode(summary.Headline)}</p>\n<h1>{HtmlText.Encode(told[0])}</h1>\n{reasons}</header>\n";
    }

    private static string Paragraph(string text) => $"<p class=\"reason\">{HtmlText.Encode(text)}</p>\n";
}
