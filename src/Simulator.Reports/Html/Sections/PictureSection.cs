using Simulator.Reports.Plots;

namespace Simulator.Reports.Html.Sections;

/// <summary>The picture that tells the run, and the others folded.</summary>
internal static class PictureSection
{
    public static string Lead(ReportContent content) => LeadOf(content) is { } lead ? Figure.Of(lead, lead.Caption) : "";

    public static string More(ReportContent content) =>
        string.Concat(content.Pictures.Where(picture => picture != LeadOf(content)).Select(Folded));

    /// <summary>The first sentence of the caption is the title.</summary>
    public static string Folded(Picture picture)
    {
        var sentences = picture.Caption.Split(". ", 2);
        return HtmlText.Fold(sentences[0], Figure.Of(picture, sentences.Length > 1 ? sentences[1] : ""));
    }

    /// <summary>
    /// Where a federation has users, who answered them; where applications keep data, what became of them; else the first.
    /// </summary>
    private static Picture? LeadOf(ReportContent content) => content.Pictures.OrderBy(picture => picture.Name switch
    {
        "users" => 0,
        "pets" when content.Summary.Stateful is not null => 1,
        _ => 2,
    }).FirstOrDefault();
}
