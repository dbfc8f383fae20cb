using Simulator.Reports.Statistics;

namespace Simulator.Reports.Html.Sections;

/// <summary>How it was obtained, and how to obtain it again.</summary>
internal static class OriginSection
{
    public static string Of(ReportContent content)
    {
        var summary = content.Summary;
        var flags = summary.Flags.Count == 0 ? "all at their defaults" : string.Join("<br/>", summary.Flags.Select(HtmlText.Code));
        (string Term, string Html)[] terms =
        [
            ("seed", HtmlText.Encode(summary.Seed)),
            ("simulated", HumanTime.Clock(summary.Duration)),
            ("version", HtmlText.Encode($"{summary.Version}, Kubernetes {summary.Kubernetes}")),
            ("flags", flags),
            ("digest", HtmlText.Code(summary.Digest)),
            ("repeat it", HtmlText.Code(summary.Command)),
        ];
        return HtmlText.Section("How it was obtained", HtmlText.Terms(terms));
    }
}
