using System.Text;

namespace Simulator.Reports;

/// <summary>report.html: one file without links or scripts. The answer, the picture, what users lost, how it was obtained; the rest folded.</summary>
internal static class ReportPage
{
    public static string Write(Summary summary, IReadOnlyList<Picture> pictures, IReadOnlyList<string> notes)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append($"<title>{HtmlText.Encode(summary.Scenario)}</title>\n<style>\n{ReportStyle.Css}</style>\n</head>\n<body>\n");
        page.Append(ReportSections.Head(summary));
        var open = pictures.Where(picture => picture.Name is "outage-timeline" or "pets" or "replicas").ToList();
        foreach (var picture in open) page.Append(InlineSvg.Of(picture));
        page.Append(ReportSections.Findings(summary));
        page.Append(StateSections.Applications(summary));
        page.Append(ReportSections.Users(summary));
        page.Append(ReportSections.Origin(summary));
        page.Append(ReportSections.Moments(summary));
        page.Append(ReportSections.Chronicle(summary));
        foreach (var picture in pictures.Except(open)) page.Append(HtmlText.Fold(picture.Caption, InlineSvg.Of(picture)));
        page.Append(StateSections.Names(summary));
        page.Append(ReportFolds.All(summary, notes));
        return page.Append("</body>\n</html>\n").ToString();
    }
}
