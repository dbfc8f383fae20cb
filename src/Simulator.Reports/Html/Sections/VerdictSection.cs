using Simulator.Reports.Measures;

namespace Simulator.Reports.Html.Sections;

/// <summary>What the scenario expected, and what came.</summary>
internal static class VerdictSection
{
    public static string Of(ReportContent content)
    {
        var items = string.Concat(content.Summary.Expectations.Select(Item));
        return items.Length == 0 ? "" : $"<ul class=\"verdicts\">\n{items}</ul>\n";
    }

    private static string Item(ExpectationRow row)
    {
        var text = $"{row.Measure}: expected {row.Bound}, got {row.GotText}. {row.Sentence}".TrimEnd();
        return $"<li{(row.Met ? "" : " class=\"missed\"")}><b>{row.Verdict}</b> {HtmlText.Encode(text)}</li>\n";
    }
}
