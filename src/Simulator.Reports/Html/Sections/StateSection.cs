using Simulator.Reports.Text;

namespace Simulator.Reports.Html.Sections;

/// <summary>Applications that keep data, their pets and their claims.</summary>
internal static class StateSection
{
    public static string Of(ReportContent content)
    {
        var summary = content.Summary;
        var applications = HtmlText.FirstRows(
            StateRows.ApplicationColumns, summary.Stateful ?? [], row => StateRows.Of(summary, row), 1, 3, 7);
        var pets = HtmlText.FirstRows(StateRows.PetColumns, summary.Pets ?? [], row => StateRows.Of(summary, row), 1, 6);
        var overlaps = HtmlText.FirstRows(StateRows.OverlapColumns, summary.Overlaps ?? [], row => StateRows.Of(summary, row), 1, 2);
        var claims = HtmlText.FirstRows(StateRows.ClaimColumns, summary.Claims ?? [], row => StateRows.Of(summary, row), 1, 3);
        return HtmlText.Section(
            "What keeps data",
            applications
            + Titled("Pets that were away, longest first", pets)
            + Titled("Identities that ran twice at once", overlaps)
            + Titled("Claims without a volume at the end", claims));
    }

    private static string Titled(string title, string table) =>
        table.Length == 0 ? "" : $"<h3>{HtmlText.Encode(title)}</h3>\n{table}";
}
