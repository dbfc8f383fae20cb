using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>
/// The run in a few sentences: the worst finding first, the others after it; that nothing failed only if nothing was found.
/// </summary>
internal static class AnswerText
{
    /// <summary>More sentences nobody reads before the details.</summary>
    private const int SentencesMax = 3;

    public static string Of(RunStory story, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) return QuietText.Of(story);

        // What the scenario plans and what did not happen is said in any case: the question was another.
        var told = findings.Where((finding, rank) => rank < SentencesMax || finding.Kind == PlansLeftOut.Kind.Name)
            .Select(finding => finding.Sentence)
            .ToList();
        var rest = findings.Count - told.Count;
        return string.Join(" ", told)
            + (rest > 0 ? $" {HumanNumber.Count(rest, "more finding is", "more findings are")} listed in report.html." : "");
    }
}
