using Simulator.Reports.Findings;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Text;

/// <summary>What users saw, where the answer has not said it already.</summary>
public static class UserText
{
    /// <summary>"" if nobody sends requests, or if it has been said.</summary>
    public static string Of(Summary summary) =>
        UserSentence.Of(summary.Measure, summary.Services, row => summary.NameOf(row.Cluster, row.Service)) is var text
            && !summary.Answer.Contains(text, StringComparison.Ordinal)
            ? text
            : "";
}
