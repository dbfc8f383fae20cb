namespace Simulator.Reports;

/// <summary>The picture that tells the run, and the others folded.</summary>
internal static class PictureSection
{
    public static string Lead(ReportContent content) => LeadOf(content) is { } lead ? InlineSvg.Of(lead) : "";

    public static string More(ReportContent content) =>
        string.Concat(content.Pictures.Where(picture => picture != LeadOf(content)).Select(picture => HtmlText.Fold(picture.Caption, InlineSvg.Of(picture))));

    private static Picture? LeadOf(ReportContent content) => content.Pictures.Count > 0 ? content.Pictures[0] : null;
}
