using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>What was not acted upon as cells of text, the same in Markdown and HTML.</summary>
internal static class OmissionTables
{
    public static readonly IReadOnlyList<string> Columns = ["what", "objects", "what happens instead", "first at"];

    public static string[] Of(OmissionRow row) => [row.Subject, HumanNumber.Count(row.Count), row.Sentence, row.Place];

    /// <summary>What can change the answer.</summary>
    public static IReadOnlyList<OmissionRow> Decisive(Summary summary) => [.. (summary.NotActedUpon ?? []).Where(row => row.IsDecisive)];
}
