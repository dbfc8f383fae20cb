namespace Simulator.Reports;

/// <summary>The run in a few sentences: the worst finding first, the others after it; that nothing failed only if nothing was found.</summary>
internal static class AnswerText
{
    /// <summary>More sentences nobody reads before the details.</summary>
    private const int SentencesMax = 3;

    public static string Of(RunStory story, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) return QuietText.Of(story);
        var told = findings.Take(SentencesMax).Select(finding => finding.Sentence);
        var rest = findings.Count - SentencesMax;
        return string.Join(" ", told) + (rest > 0 ? $" {HumanNumber.Count(rest, "more finding is", "more findings are")} listed in report.html." : "");
    }
}
